using DebugDeck.Core.Errors;
using DebugDeck.Kubernetes.Pods;
using static DebugDeck.Kubernetes.Pods.PodDocument;

namespace DebugDeck.Kubernetes.Sessions;

/// <summary>Reads off a pod how far the start of a debug container is.</summary>
/// <param name="container">The debug container.</param>
/// <param name="toolbox">Its image.</param>
/// <param name="target">The container that it joins; null in a copy.</param>
internal sealed class StartJudge(string container, string toolbox, string? target)
{
    // It stays in the pod's list, and the kubelet may go on trying: the user should know before the next attempt.
    private const string Remains = "the failed attempt stays in the pod's list until the pod is replaced";

    private readonly StartFailures _failures = new(toolbox, target);

    public StartState Judge(PodDocument pod)
    {
        if (pod.Metadata.DeletionTimestamp is not null)
        {
            return Failed($"pod {pod.Metadata.Name} is being deleted");
        }

        if (pod.Status.Phase is "Succeeded" or "Failed")
        {
            return target is null && Init(pod) is { } init ? init : Failed($"pod {pod.Metadata.Name} has ended ({pod.Status.Reason ?? pod.Status.Phase}): nothing runs in it any more");
        }

        if (pod.Status.Conditions?.FirstOrDefault(condition => condition is { Type: "PodScheduled", Status: "False" }) is { } unscheduled)
        {
            return Failed($"pod {pod.Metadata.Name} is on no node: {unscheduled.Message ?? unscheduled.Reason}");
        }

        return target is null
            ? Init(pod) ?? Of(Find(pod.Status.ContainerStatuses, container), pod)
            : Of(Find(pod.Status.EphemeralContainerStatuses, container), pod);
    }

    private StartState Of(ContainerStatus? status, PodDocument pod) => status?.State switch
    {
        { Running: not null } => new StartState.Running(),
        { Terminated: { } end } => new StartState.Failed(Kept(_failures.Of(end))),
        { Waiting: { } waiting } when _failures.Of(waiting) is { } failure => new StartState.Failed(Kept(failure)),
        { Waiting: { } waiting } => new StartState.Waiting(Words(waiting.Reason, pod)),
        _ => new StartState.Waiting(Words(null, pod)),
    };

    // In a copy the tools are brought by an init container; what the target's own ones do is theirs.
    private StartState? Init(PodDocument pod)
    {
        foreach (var status in pod.Status.InitContainerStatuses ?? [])
        {
            switch (status.State)
            {
                case { Terminated: { ExitCode: not 0 } end }:
                    return new StartState.Failed(status.Name.StartsWith(PodTargets.DebugContainerPrefix, StringComparison.Ordinal)
                        ? _failures.Of(end)
                        : new DebugDeckException(ErrorKind.Failed, $"init container {status.Name} of the copy ended with {end.ExitCode}", "it is the target's own; its log may say why"));
                case { Waiting: { } waiting } when _failures.Of(waiting) is { } failure:
                    return new StartState.Failed(failure);
                case { Running: not null }:
                    return new StartState.Waiting($"waiting for init container {status.Name}");
            }
        }

        return null;
    }

    private string Words(string? reason, PodDocument pod)
    {
        var node = pod.Spec.NodeName is { } name ? $" on {name}" : "";
        return reason switch
        {
            "PodInitializing" => $"the pod is being prepared{node}",
            "ContainerCreating" => $"fetching {toolbox}{node}, if it is not there yet, and starting it",
            null or "" => $"waiting for the kubelet{node}",
            _ => $"waiting{node}: {reason}",
        };
    }

    private DebugDeckException Kept(DebugDeckException failure) => target is null
        ? failure
        : new DebugDeckException(failure.Kind, failure.Message, failure.Hint is { } hint ? $"{hint}; {Remains}" : Remains, failure);

    private static ContainerStatus? Find(IReadOnlyList<ContainerStatus>? statuses, string name) => statuses?.FirstOrDefault(status => status.Name == name);

    private static StartState.Failed Failed(string sentence) => new(new DebugDeckException(ErrorKind.Failed, sentence));
}
