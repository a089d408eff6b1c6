namespace DebugDeck.Kubernetes.Exec;

/// <summary>The server, or something on the way to it, does not speak exec over web sockets: another way may work.</summary>
internal sealed class NoWebSocketException : Exception;
