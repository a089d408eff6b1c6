using System.Net;
using DebugDeck.Core.Errors;
using DebugDeck.Kubernetes.Connection;
using DebugDeck.Kubernetes.Pods;

namespace DebugDeck.Kubernetes.Logs;

/// <summary>What a server says instead of a log is an answer too: it tells why there is none.</summary>
internal static class LogAnswers
{
    private static readonly string[] Coming = ["ContainerCreating", "PodInitializing"];

    // The kubelet has sentences of its own for two of its reasons; the others are told as they are.
    private static readonly string[] Unpullable =
    [
        "trying and failing to pull image", "image can't be pulled", "ErrImageNeverPull", "InvalidImageName", "ImageInspectError", "RegistryUnavailable", "SignatureValidationFailed",
    ];

    public static DebugDeckException InWords(DebugDeckException error, PodKey container) => error.InnerException switch
    {
        KubeStatusException { Code: HttpStatusCode.BadRequest } status when status.Message.Contains("is waiting to start", StringComparison.Ordinal) => new DebugDeckException(
            ErrorKind.Failed, status.Message, Hint(status.Message, container), error),
        KubeStatusException { Code: HttpStatusCode.BadRequest } status when status.Message.StartsWith("previous terminated container", StringComparison.Ordinal) => new DebugDeckException(
            ErrorKind.NotFound, $"{container.Container} in {container.Pod} has no earlier run: this is its first", inner: error),
        KubeStatusException { Code: HttpStatusCode.BadRequest } status when status.Message.Contains("is not valid for pod", StringComparison.Ordinal) => new DebugDeckException(
            ErrorKind.NotFound, $"pod {container.Pod} has no container '{container.Container}'", "`debugdeck list` shows its containers", error),
        KubeStatusException { Code: HttpStatusCode.Forbidden } status => new DebugDeckException(
            ErrorKind.NotPermitted, status.Message, "ask for a Role with: apiGroups [\"\"], resources [pods/log], verbs [get]", error),
        _ => error,
    };

    /// <summary>It has not started yet, and nothing says that it will not.</summary>
    public static bool IsComing(DebugDeckException error) =>
        error.InnerException is KubeStatusException { Code: HttpStatusCode.BadRequest } status && Coming.Any(reason => status.Message.EndsWith(reason, StringComparison.Ordinal));

    public static DebugDeckException Removed(PodKey container, bool previous, string excuse) => new(
        ErrorKind.NotFound,
        previous
            ? $"the log of the earlier run of {container.Container} in {container.Pod} is gone: the node has removed that container"
            : $"the log of {container.Container} in {container.Pod} is gone: the node has removed the container",
        inner: new InvalidOperationException(excuse));

    public static DebugDeckException Unscheduled(PodKey container, string? reason) => new(
        ErrorKind.Failed,
        $"{container.Pod} is on no node yet, so it has no log{(reason is null ? "" : $": {reason}")}",
        $"`kubectl describe pod {container.Pod} -n {container.Namespace}` tells what it waits for");

    private static string Hint(string sentence, PodKey container) => sentence switch
    {
        _ when Unpullable.Any(reason => sentence.EndsWith(reason, StringComparison.Ordinal)) =>
            "its image cannot be pulled, so it has never run; `debugdeck list` shows the reason",
        _ when Coming.Any(reason => sentence.EndsWith(reason, StringComparison.Ordinal)) => "with -f its log is shown as soon as it runs",
        _ => $"it has written nothing yet; `kubectl describe pod {container.Pod} -n {container.Namespace}` tells why it waits",
    };
}
