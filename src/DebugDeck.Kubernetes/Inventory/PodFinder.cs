using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Targets;
using DebugDeck.Kubernetes.Connection;
using DebugDeck.Kubernetes.Pods;

namespace DebugDeck.Kubernetes.Inventory;

/// <summary>
/// Finds the container that an address means (design.md 4). Reads nothing but pods: whoever may list them can use every address, also without
/// permission to read workloads.
/// </summary>
internal sealed class PodFinder(KubeConnection connection, PodScope scope)
{
    /// <inheritdoc cref="IContainerHost.FindAsync"/>
    /// <exception cref="DebugDeckException">NotFound: the pod is there and has no such container. NotPermitted. Unreachable.</exception>
    public async Task<IReadOnlyList<Target>> FindAsync(TargetAddress address, CancellationToken cancellationToken)
    {
        if (address.Kind is AddressKind.Docker or AddressKind.Podman or AddressKind.Image or AddressKind.Archive)
        {
            return [];
        }

        var wanted = scope.Wanted;
        try
        {
            return await FindAsync(address, wanted, cancellationToken);
        }
        catch (DebugDeckException error) when (wanted.IsAll && KubeRefusal.Is(error))
        {
            return await FindAsync(address, scope.Fallback, cancellationToken);
        }
    }

    /// <summary>All containers of the target's pod, in the order they start.</summary>
    /// <exception cref="DebugDeckException">NotFound: the pod is gone.</exception>
    public async Task<IReadOnlyList<Target>> PodAsync(Target target, CancellationToken cancellationToken)
    {
        var pods = await ListAsync(PodKey.Of(target).Namespace, $"metadata.name={target.Name}", cancellationToken);
        return pods is [var pod, ..]
            ? [.. PodTargets.From(pod, connection.Context.Name, new Shared())]
            : throw new DebugDeckException(ErrorKind.NotFound, $"there is no pod {target.Name} any more");
    }

    private async Task<IReadOnlyList<Target>> FindAsync(TargetAddress address, NamespaceScope spaces, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll((spaces.IsAll ? [null] : spaces.Names.Cast<string?>()).Select(space => PodsAsync(address, space, cancellationToken)));
        return [.. found.SelectMany(pods => pods).Select(pod => ContainerOf(pod, address.Container))];
    }

    private async Task<IReadOnlyList<PodDocument>> PodsAsync(TargetAddress address, string? space, CancellationToken cancellationToken)
    {
        if (address.Kind is AddressKind.Pod or AddressKind.Any)
        {
            // A list with the name as its filter finds it in every namespace, and costs the server no more than a read.
            var named = await ListAsync(space, $"metadata.name={address.Name}", cancellationToken);
            if (named.Count > 0 || address.Kind == AddressKind.Pod)
            {
                return named;
            }
        }

        var pods = await ListAsync(space, null, cancellationToken);
        return WorkloadPods.Find(pods, address);
    }

    private async Task<List<PodDocument>> ListAsync(string? space, string? fields, CancellationToken cancellationToken)
    {
        var pods = new List<PodDocument>();
        await foreach (var page in PodPages.ReadAsync(connection, space, cancellationToken, fields))
        {
            pods.AddRange(page.Items);
        }

        return pods;
    }

    private Target ContainerOf(PodDocument pod, string? container)
    {
        var targets = PodTargets.From(pod, connection.Context.Name, new Shared()).ToList();
        var wanted = container ?? DefaultContainer.Of(pod);
        return targets.FirstOrDefault(target => target.Container == wanted) ?? throw new DebugDeckException(
            ErrorKind.NotFound,
            $"pod '{pod.Metadata.Name}' has no container '{wanted}'",
            $"it has: {string.Join(", ", targets.Select(target => target.Container))}");
    }
}
