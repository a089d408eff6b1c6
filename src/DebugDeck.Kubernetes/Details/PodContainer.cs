using DebugDeck.Core.Errors;
using k8s.Models;

namespace DebugDeck.Kubernetes.Details;

/// <summary>A container of a pod: the API has one type for ephemeral containers and another one for the rest, with the same fields.</summary>
internal sealed record PodContainer
{
    public IList<string>? Command { get; init; }

    public IList<string>? Args { get; init; }

    public string? WorkingDir { get; init; }

    public IList<V1EnvVar>? Env { get; init; }

    public IList<V1EnvFromSource>? EnvFrom { get; init; }

    public V1SecurityContext? SecurityContext { get; init; }

    public IList<V1VolumeMount>? VolumeMounts { get; init; }

    public V1ResourceRequirements? Resources { get; init; }

    public IList<V1ContainerPort>? Ports { get; init; }

    public V1Probe? Liveness { get; init; }

    public V1Probe? Readiness { get; init; }

    public V1Probe? Startup { get; init; }

    public V1ContainerStatus? Status { get; init; }

    /// <exception cref="DebugDeckException">NotFound: the pod has no such container.</exception>
    public static PodContainer Find(V1Pod pod, string name)
    {
        var (spec, status) = (pod.Spec, pod.Status);
        if (spec.Containers.FirstOrDefault(container => container.Name == name) is { } main)
        {
            return From(main, Find(status?.ContainerStatuses, name));
        }

        if (spec.InitContainers?.FirstOrDefault(container => container.Name == name) is { } init)
        {
            return From(init, Find(status?.InitContainerStatuses, name));
        }

        return spec.EphemeralContainers?.FirstOrDefault(container => container.Name == name) is { } ephemeral
            ? From(ephemeral, Find(status?.EphemeralContainerStatuses, name))
            : throw new DebugDeckException(ErrorKind.NotFound, $"the pod '{pod.Metadata.Name}' has no container '{name}'");
    }

    private static PodContainer From(V1Container container, V1ContainerStatus? status) => new()
    {
        Command = container.Command,
        Args = container.Args,
        WorkingDir = container.WorkingDir,
        Env = container.Env,
        EnvFrom = container.EnvFrom,
        SecurityContext = container.SecurityContext,
        VolumeMounts = container.VolumeMounts,
        Resources = container.Resources,
        Ports = container.Ports,
        Liveness = container.LivenessProbe,
        Readiness = container.ReadinessProbe,
        Startup = container.StartupProbe,
        Status = status,
    };

    private static PodContainer From(V1EphemeralContainer container, V1ContainerStatus? status) => new()
    {
        Command = container.Command,
        Args = container.Args,
        WorkingDir = container.WorkingDir,
        Env = container.Env,
        EnvFrom = container.EnvFrom,
        SecurityContext = container.SecurityContext,
        VolumeMounts = container.VolumeMounts,
        Status = status,
    };

    private static V1ContainerStatus? Find(IList<V1ContainerStatus>? statuses, string name) => statuses?.FirstOrDefault(status => status.Name == name);
}
