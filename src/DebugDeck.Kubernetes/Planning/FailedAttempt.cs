namespace DebugDeck.Kubernetes.Planning;

/// <summary>A debug container that is in the pod for ever and never ran, or died with its target.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Image">The image it was to run.</param>
/// <param name="Reason">The kubelet's word: <c>ImagePullBackOff</c>.</param>
/// <param name="Message">The kubelet's sentence; empty if there is none.</param>
internal sealed record FailedAttempt(string Name, string Image, string Reason, string Message);
