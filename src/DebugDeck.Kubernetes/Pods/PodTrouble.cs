using DebugDeck.Core.Targets;
using static DebugDeck.Kubernetes.Pods.PodDocument;

namespace DebugDeck.Kubernetes.Pods;

/// <summary>What a container's status means, in words.</summary>
internal static class PodTrouble
{
    public static ContainerState State(PodDocument pod, RunState? run) => run switch
    {
        _ when pod.Metadata.DeletionTimestamp is not null => ContainerState.Removing,
        { Running: not null } => ContainerState.Running,
        { Terminated: not null } => ContainerState.Exited,
        { Waiting.Reason: "CrashLoopBackOff" } => ContainerState.Restarting,
        { Waiting: not null } => ContainerState.Waiting,
        _ => pod.Status.Phase is "Failed" or "Succeeded" ? ContainerState.Exited : ContainerState.Waiting,
    };

    /// <summary>For instance <c>CrashLoopBackOff: exit 1, 14 restarts</c>; null when all is well.</summary>
    public static string? Reason(PodDocument pod, ContainerStatus? status)
    {
        if (pod.Status.Reason is { } podReason)
        {
            // Evicted, NodeLost, …: it concerns every container.
            return Join(podReason, pod.Status.Message);
        }

        return status?.State switch
        {
            { Waiting: { } waiting } => Waiting(waiting, status),
            { Terminated: { } end } => Ended(end, status.RestartCount),
            { Running: not null } => status.LastState?.Terminated is { } last && status.RestartCount > 0 ? $"restarted after {End(last)}" : null,
            _ => Unscheduled(pod),
        };
    }

    private static string Waiting(WaitingState waiting, ContainerStatus status) => waiting.Reason switch
    {
        "CrashLoopBackOff" when status.LastState?.Terminated is { } last => $"CrashLoopBackOff: {Ended(last, status.RestartCount)}",
        var reason => Join(reason ?? "waiting", waiting.Message),
    };

    private static string Ended(TerminatedState end, int restarts) =>
        restarts switch { 0 => End(end), 1 => $"{End(end)}, 1 restart", _ => $"{End(end)}, {restarts} restarts" };

    private static string End(TerminatedState end) => end switch
    {
        { Reason: "OOMKilled" } => "out of memory (killed)",
        // The kubelet's code for "the program could not be started"; its message is the runtime's own.
        { Reason: "StartError" or "ContainerCannotRun" } => Join($"could not start (exit {end.ExitCode})", end.Message),
        { Signal: > 0 and var signal } => $"signal {signal}",
        { ExitCode: 137 } => "exit 137 (SIGKILL)",
        { ExitCode: 143 } => "exit 143 (SIGTERM)",
        { ExitCode: 139 } => "exit 139 (SIGSEGV)",
        _ => $"exit {end.ExitCode}",
    };

    private static string? Unscheduled(PodDocument pod) =>
        pod.Status.Conditions?.FirstOrDefault(condition => condition is { Type: "PodScheduled", Status: "False" }) is { } condition
            ? Join(condition.Reason ?? "not scheduled", condition.Message)
            : null;

    private static string Join(string reason, string? message) => string.IsNullOrWhiteSpace(message) ? reason : $"{reason}: {message.Trim()}";
}
