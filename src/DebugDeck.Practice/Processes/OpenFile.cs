using DebugDeck.Practice.Files;

namespace DebugDeck.Practice.Processes;

/// <summary>An open file descriptor.</summary>
/// <param name="Descriptor">Its number.</param>
/// <param name="Text">What the link of <c>/proc/PID/fd</c> reads.</param>
/// <param name="Node">The file; null for a socket or a pipe.</param>
internal sealed record OpenFile(int Descriptor, string Text, Node? Node = null);
