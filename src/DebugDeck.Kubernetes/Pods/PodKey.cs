using DebugDeck.Core.Targets;

namespace DebugDeck.Kubernetes.Pods;

/// <summary>Which container of which pod a target is, as the API server's paths want it.</summary>
/// <param name="Namespace">The pod's namespace.</param>
/// <param name="Pod">The pod's name. A later pod may have the same name (a StatefulSet's).</param>
/// <param name="Uid">The pod's uid: no two pods ever share one.</param>
/// <param name="Container">The container's name inside the pod.</param>
internal sealed record PodKey(string Namespace, string Pod, string Uid, string Container)
{
    /// <summary>The pod's path below the server's address: <c>api/v1/namespaces/shop/pods/web-1</c>.</summary>
    public string Path => $"api/v1/namespaces/{Uri.EscapeDataString(Namespace)}/pods/{Uri.EscapeDataString(Pod)}";

    /// <summary>The id of the target that this is.</summary>
    public string TargetId => $"{Uid}/{Container}";

    /// <exception cref="ArgumentException">The target is not a pod's.</exception>
    public static PodKey Of(Target target) =>
        target is { Project: { } space, Container: { } container } && target.Id.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash
            ? new PodKey(space, target.Name, target.Id[..slash], container)
            : throw new ArgumentException($"{target.Id} is not a container of a pod", nameof(target));

    public override string ToString() => $"{Namespace}/{Pod}/{Container}";
}
