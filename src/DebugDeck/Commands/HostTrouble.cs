using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;

namespace DebugDeck.Commands;

/// <summary>What to say when no host answers.</summary>
internal static class HostTrouble
{
    public static DebugDeckException NoneReachable(IReadOnlyList<(HostInfo Host, HostStatus Status)> hosts) => hosts switch
    {
        [] => new(ErrorKind.Unreachable, "there is no container engine here", "start Docker or Podman, or name one with --docker-host; `debugdeck doctor` shows where engines were looked for"),
        [var (host, status)] => new(ErrorKind.Unreachable, Sentence(host, status), "`debugdeck doctor` shows what was tried"),
        _ => new(
            ErrorKind.Unreachable,
            $"none of {hosts.Count} hosts answers: {string.Join("; ", hosts.Select(one => Sentence(one.Host, one.Status)))}",
            "`debugdeck doctor` shows what was tried"),
    };

    private static string Sentence(HostInfo host, HostStatus status) =>
        status.Reason is { } reason && reason.Contains(host.Name, StringComparison.OrdinalIgnoreCase)
            ? reason
            : $"{host.Name} at {host.Endpoint}: {status.Reason ?? "no answer"}";
}
