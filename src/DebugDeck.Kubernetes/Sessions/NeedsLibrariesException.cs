namespace DebugDeck.Kubernetes.Sessions;

/// <summary>The toolbox' busybox is linked to libraries of its own image: another toolbox may work.</summary>
internal sealed class NeedsLibrariesException : Exception;
