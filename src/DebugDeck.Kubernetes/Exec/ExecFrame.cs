namespace DebugDeck.Kubernetes.Exec;

/// <summary>A piece of what a server sent on one channel.</summary>
/// <param name="Channel">See <see cref="ExecChannel"/>.</param>
/// <param name="Data">Good until the next piece is asked for.</param>
internal readonly record struct ExecFrame(byte Channel, ReadOnlyMemory<byte> Data);
