namespace DebugDeck.Kubernetes.Pods;

/// <summary>The container that is meant where a pod is named and no container, by kubectl's rules.</summary>
internal static class DefaultContainer
{
    private const string Annotation = "kubectl.kubernetes.io/default-container";

    public static string Of(PodDocument pod)
    {
        var first = pod.Spec.Containers is [var container, ..] ? container.Name : "";
        return pod.Metadata.Annotations?.GetValueOrDefault(Annotation) is { } named && pod.Spec.Containers.Any(known => known.Name == named) ? named : first;
    }
}
