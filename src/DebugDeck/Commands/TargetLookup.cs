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
    public static async Task<FoundTarget> FindAsync(HostCatalogue catalogue, GlobalOptions options, TargetAddress written, CancellationToken cancellationToken)
    {
        var address = WithContainer(written, options.Container);
        var hosts = Suitable(catalogue.Select(options.Host), address);
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

    // As kubectl: pod/NAME/CONTAINER says it already, and both must mean the same.
    private static TargetAddress WithContainer(TargetAddress address, string? container) => (container, address.Container) switch
    {
        (null, _) => address,
        (_, null) when address.Kind is not (AddressKind.Docker or AddressKind.Podman or AddressKind.Image or AddressKind.Archive) => address with { Container = container },
        (_, { } same) when same == container => address,
        _ => throw new DebugDeckException(ErrorKind.Usage, $"--container {container} does not go with {address}", "--container names a container of a pod: pod/NAME --container CONTAINER"),
    };

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
        // The pod is there and its container is not, or the like: the host that knows says it best.
        if (answers.FirstOrDefault(answer => answer.Error is { Kind: ErrorKind.NotFound }) is { Error: { } known })
        {
            throw known;
        }

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

        var asked = string.Join(", ", answers.Except(silent).Select(answer => Place(answer.Host)));
        return new DebugDeckException(
            ErrorKind.NotFound,
            address.Kind is AddressKind.Any or AddressKind.Docker or AddressKind.Podman ? $"{asked} has no container '{address.Name}'" : $"{asked} has no {address}",
            silent is [var first, ..]
                ? $"not every host could be asked: {first.Error!.Message}"
                : answers.Any(answer => answer.Host is INamespacedHost { Scope.IsAll: false })
                    ? "is it in another namespace? -n NAMESPACE names one, -A looks at all; `debugdeck list -A` shows what there is"
                    : "`debugdeck list` shows what there is");
    }

    private static string Place(IContainerHost host) => host is INamespacedHost cluster ? $"{host.Info.Name} ({cluster.Scope})" : host.Info.Name;

    private static DebugDeckException Ambiguous(TargetAddress address, List<FoundTarget> found)
    {
        var candidates = found.Select(one => Words(one, found)).ToList();
        var shown = string.Join(", ", candidates.Take(MostCandidates)) + (candidates.Count > MostCandidates ? ", …" : "");
        return new DebugDeckException(ErrorKind.Failed, $"'{address}' means {found.Count} containers: {shown}", $"name one of them, for example: {candidates[0]}");
    }

    // The same name on two hosts needs the host as well, and in two namespaces the namespace.
    private static string Words(FoundTarget one, List<FoundTarget> found)
    {
        var same = found.Where(other => other.Target.Address == one.Target.Address).ToList();
        var space = one.Target.Address.Kind == AddressKind.Pod && same.Any(other => other.Target.Project != one.Target.Project) ? $" -n {one.Target.Project}" : "";
        var host = same.Any(other => other.Host != one.Host) ? $" --host {one.Host.Info.Name}" : "";
        return $"{one.Target.Address}{space}{host}";
    }

    private sealed record Answer(IContainerHost Host, IReadOnlyList<Target> Targets, DebugDeckException? Error);
}
