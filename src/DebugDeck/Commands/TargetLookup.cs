using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Targets;
using DebugDeck.Hosting;

namespace DebugDeck.Commands;

/// <summary>Finds the one target that an address means, on whichever host it is (design.md 4).</summary>
internal static class TargetLookup
{
    // More than that is no choice but a list, and `debugdeck list` prints better ones.
    private const int MostCandidates = 10;

    /// <exception cref="DebugDeckException">NotFound: there is none. Failed: there are several. Unreachable: nobody could be asked.</exception>
    public static async Task<FoundTarget> FindAsync(HostCatalogue catalogue, string? hostFilter, TargetAddress address, CancellationToken cancellationToken)
    {
        var hosts = Suitable(catalogue.Select(hostFilter), address);
        var answers = await Task.WhenAll(hosts.Select(host => AskAsync(host, address, cancellationToken)));
        var found = answers.SelectMany(answer => answer.Targets.Select(target => new FoundTarget(answer.Host, target))).ToList();
        return found switch
        {
            [var only] => only,
            [] => throw NotFound(address, answers),
            _ => throw Ambiguous(address, found),
        };
    }

    private static List<IContainerHost> Suitable(IReadOnlyList<IContainerHost> hosts, TargetAddress address)
    {
        if (hosts.Count == 0)
        {
            throw HostTrouble.NoneReachable([]);
        }

        List<HostKind> kinds = address.Kind switch
        {
            AddressKind.Any => [HostKind.Docker, HostKind.Podman, HostKind.Kubernetes],
            AddressKind.Docker => [HostKind.Docker],
            AddressKind.Podman => [HostKind.Podman],
            AddressKind.Image or AddressKind.Archive => throw new DebugDeckException(
                ErrorKind.Usage,
                $"{address} is not a container",
                "this command works on containers, running or not; `debugdeck list` shows them"),
            _ => [HostKind.Kubernetes],
        };
        var suitable = hosts.Where(host => kinds.Contains(host.Info.Kind)).ToList();
        return suitable.Count > 0 ? suitable : throw NoSuchKind(address, kinds[0], hosts);
    }

    private static DebugDeckException NoSuchKind(TargetAddress address, HostKind wanted, IReadOnlyList<IContainerHost> hosts)
    {
        var known = string.Join(", ", hosts.Select(host => $"{host.Info.Name} ({host.Info.Kind})"));
        return wanted == HostKind.Kubernetes
            ? new DebugDeckException(ErrorKind.Unreachable, $"{address} is in Kubernetes, and no cluster is among the hosts", $"the hosts are: {known}")
            : new DebugDeckException(
                ErrorKind.Unreachable,
                $"{address} asks for {wanted}, and there is no {wanted} engine here",
                hosts.FirstOrDefault(host => host.Info.Kind is HostKind.Docker or HostKind.Podman) is { } other
                    ? $"the engine at {other.Info.Endpoint} is {other.Info.Kind}: write {other.Info.Kind.ToString().ToLowerInvariant()}://{address.Name} or just {address.Name}"
                    : $"the hosts are: {known}");
    }

    private static async Task<Answer> AskAsync(IContainerHost host, TargetAddress address, CancellationToken cancellationToken)
    {
        try
        {
            return new Answer(host, await host.FindAsync(address, cancellationToken), null);
        }
        catch (DebugDeckException error)
        {
            // Another host may have it; the error counts only if none does.
            return new Answer(host, [], error);
        }
    }

    private static DebugDeckException NotFound(TargetAddress address, IReadOnlyList<Answer> answers)
    {
        var silent = answers.Where(answer => answer.Error is not null).ToList();
        if (silent.Count == answers.Count)
        {
            return silent is [{ Error: { } only }]
                ? only
                : new DebugDeckException(
                    ErrorKind.Unreachable,
                    $"no host answers: {string.Join("; ", silent.Select(answer => answer.Error!.Message))}",
                    "`debugdeck doctor` shows what was tried");
        }

        var asked = string.Join(", ", answers.Except(silent).Select(answer => answer.Host.Info.Name));
        return new DebugDeckException(
            ErrorKind.NotFound,
            $"{asked} has no container '{address.Name}'",
            silent is [var first, ..]
                ? $"not every host could be asked: {first.Error!.Message}"
                : "`debugdeck list` shows what there is");
    }

    private static DebugDeckException Ambiguous(TargetAddress address, List<FoundTarget> found)
    {
        // The same name on two hosts needs the host as well.
        var candidates = found.Select(one => found.Count(other => other.Target.Address == one.Target.Address) > 1
            ? $"{one.Target.Address} --host {one.Host.Info.Name}"
            : one.Target.Address.ToString()).ToList();
        var shown = string.Join(", ", candidates.Take(MostCandidates)) + (candidates.Count > MostCandidates ? ", …" : "");
        return new DebugDeckException(ErrorKind.Failed, $"'{address}' means {found.Count} containers: {shown}", $"name one of them, for example: {candidates[0]}");
    }

    private sealed record Answer(IContainerHost Host, IReadOnlyList<Target> Targets, DebugDeckException? Error);
}
