using DebugDeck.Kubernetes.Pods;

namespace DebugDeck.Kubernetes.Logs;

/// <summary>Whether a container will write anything more.</summary>
internal static class LogFuture
{
    /// <param name="pod">The pod as it is now.</param>
    /// <param name="container">The container's name.</param>
    public static bool MayGoOn(PodDocument pod, string container)
    {
        if (pod.Status.Phase is "Succeeded" or "Failed")
        {
            return false;
        }

        if (Find(pod.Status.EphemeralContainerStatuses, container) is { } ephemeral)
        {
            return ephemeral.State?.Terminated is null;
        }

        if (Find(pod.Status.InitContainerStatuses, container) is { } init)
        {
            return init.State?.Terminated is not { ExitCode: 0 } && Restarts(pod, init);
        }

        return Find(pod.Status.ContainerStatuses, container) is not { } status || Restarts(pod, status);
    }

    private static bool Restarts(PodDocument pod, PodDocument.ContainerStatus status) => (status.State?.Terminated, pod.Spec.RestartPolicy) switch
    {
        (null, _) => true,
        (_, "Never") => false,
        ({ ExitCode: 0 }, "OnFailure") => false,
        _ => true,
    };

    private static PodDocument.ContainerStatus? Find(IReadOnlyList<PodDocument.ContainerStatus>? statuses, string name) => statuses?.FirstOrDefault(status => status.Name == name);
}
