using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;

namespace DebugDeck.Commands;

/// <summary>What to say when no host answers.</summary>
internal static class HostTrouble
{
    public static DebugDeckException NoneReachable(IReadOnlyList<(HostInfo Host, HostStatus Status)> hosts) => hosts switch
    {
        [] => new(ErrorKind.Unreachable, "there is no container engine and no cluster here", "start Docker or Podman, name an engine with --docker-host or a cluster with --context; `debugdeck doctor` shows where they were looked for"),
        [var (host, status)] => new(Kind(status), Sentence(host, status), "`debugdeck doctor` shows what was tried"),
        _ => new(
            hosts.All(one => Kind(one.Status) == ErrorKind.NotPermitted) ? ErrorKind.NotPermitted : ErrorKind.Unreachable,
            $"none of {hosts.Count} hosts answers: {string.Join("; ", hosts.Select(one => Sentence(one.Host, one.Status)))}",
            "`debugdeck doctor` shows what was tried"),
    };

    /// <summary>Nothing of the host can be seen, and not because there is nothing.</summary>
    public static bool ShowsNothing(Inventory look) =>
        look.Status.State != HostState.Ready || (look.Status.Trouble == ErrorKind.NotPermitted && look.Targets.Count == 0);

    private static ErrorKind Kind(HostStatus status) => status.Trouble == ErrorKind.NotPermitted ? ErrorKind.NotPermitted : ErrorKind.Unreachable;

    private static string Sentence(HostInfo host, HostStatus status) =>
        status.Reason is { } reason && reason.Contains(host.Name, StringComparison.OrdinalIgnoreCase)
            ? reason
            : $"{host.Name} at {host.Endpoint}: {status.Reason ?? "no answer"}";
}
