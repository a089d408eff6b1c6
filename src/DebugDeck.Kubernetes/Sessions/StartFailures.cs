using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using static DebugDeck.Kubernetes.Pods.PodDocument;

namespace DebugDeck.Kubernetes.Sessions;

/// <summary>What the kubelet says when a debug container does not start, as a sentence and what to do about it.</summary>
/// <param name="toolbox">The image's reference.</param>
/// <param name="target">The target's container; null where none is joined.</param>
internal sealed class StartFailures(string toolbox, string? target)
{
    private static readonly string[] Pulling = ["ErrImagePull", "ImagePullBackOff", "ErrImageNeverPull", "InvalidImageName", "ImageInspectError", "RegistryUnavailable", "SignatureValidationFailed"];

    /// <summary>Why a container that waits will not come; null if it may.</summary>
    public DebugDeckException? Of(WaitingState waiting)
    {
        var message = waiting.Message?.Trim() ?? "";
        return waiting.Reason switch
        {
            { } reason when Pulling.Contains(reason) => Pull(reason, message),
            "CreateContainerConfigError" => Config(message),
            "CreateContainerError" when message.Contains("is not running", StringComparison.Ordinal) => NotRunning(message),
            "RunContainerError" or "StartError" => Run(message),
            "CrashLoopBackOff" => new DebugDeckException(ErrorKind.Failed, $"the debug container keeps ending: {message}", "its log says why: `debugdeck logs`"),
            { } reason when reason.EndsWith("Error", StringComparison.Ordinal) => new DebugDeckException(ErrorKind.Failed, $"the debug container cannot be started ({reason}): {message}"),
            _ => null,
        };
    }

    /// <summary>Why a container that was to wait for us has ended.</summary>
    public DebugDeckException Of(TerminatedState end)
    {
        var message = string.IsNullOrWhiteSpace(end.Message) ? "" : $": {end.Message.Trim()}";
        return end switch
        {
            { Reason: "StartError" or "ContainerCannotRun" } => Run(end.Message?.Trim() ?? ""),
            { ExitCode: 137 } when target is not null => new DebugDeckException(
                ErrorKind.Failed, $"the debug container was killed as soon as it ran: {target} ended and took it along", "a target that keeps ending gets a copy: make the plan again"),
            { Reason: "OOMKilled" } => new DebugDeckException(ErrorKind.Failed, "the debug container ran out of memory as soon as it ran", "the pod's limits are spent; another pod of the same kind may have room"),
            { ExitCode: DebugScripts.NeedsLibraries } => new DebugDeckException(ErrorKind.Failed, $"the busybox of {toolbox} needs libraries of its own image, so it cannot run in a copy", "name a toolbox with a static one: --toolbox busybox:musl", new NeedsLibrariesException()),
            _ => new DebugDeckException(ErrorKind.Failed, $"the debug container ended at once with {end.ExitCode}{message}", $"does {toolbox} have `sh` and `sleep`? busybox, netshoot and alpine have"),
        };
    }

    private DebugDeckException Pull(string reason, string message) => reason == "ErrImageNeverPull"
        ? new DebugDeckException(ErrorKind.Failed, $"the toolbox {toolbox} is not on the node, and the pod may not pull it", "name one that is there with --toolbox")
        : new DebugDeckException(
            ErrorKind.Failed,
            $"the toolbox {toolbox} cannot be pulled: {(message.Length > 0 ? message : reason)}",
            "name an image that this cluster can pull with --toolbox, or its registry as a mirror in the settings");

    private DebugDeckException Config(string message) => message switch
    {
        _ when message.Contains("image will run as root", StringComparison.Ordinal) || message.Contains("runAsNonRoot", StringComparison.Ordinal) => new DebugDeckException(
            ErrorKind.Failed, $"{toolbox} would run as root, which the pod's or the profile's settings forbid: {message}", "let the plan choose (--profile auto), or name a toolbox whose image has another user"),
        _ when message.Contains("unable to find target container", StringComparison.Ordinal) => new DebugDeckException(
            ErrorKind.Failed, $"{target ?? "the target"} has never been started, so there is nothing to join", "a target that does not run gets a copy: make the plan again"),
        _ => new DebugDeckException(ErrorKind.Failed, $"the debug container cannot be set up: {message}"),
    };

    private DebugDeckException NotRunning(string message) => new(
        ErrorKind.Failed, $"{target ?? "the target"} does not run at the moment: {message}", "try again when it runs; a target that keeps ending gets a copy: make the plan again");

    private DebugDeckException Run(string message) => message.Contains("executable file not found", StringComparison.Ordinal) || message.Contains("no such file or directory", StringComparison.Ordinal)
        ? new DebugDeckException(ErrorKind.Failed, $"the toolbox {toolbox} has no shell (`sh`)", "name a toolbox that has one: busybox, netshoot, alpine")
        : new DebugDeckException(ErrorKind.Failed, $"the toolbox {toolbox} cannot be started: {message}");
}
