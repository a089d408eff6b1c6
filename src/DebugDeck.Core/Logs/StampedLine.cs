using DebugDeck.Core.Streams;

namespace DebugDeck.Core.Logs;

/// <summary>A line as it came from an engine that was asked for timestamps.</summary>
/// <param name="Channel">Which output.</param>
/// <param name="Stamp">When the engine received it; null if there was none in front of it.</param>
/// <param name="Content">Without the stamp and the line's end.</param>
public sealed record StampedLine(OutputChannel Channel, LogStamp? Stamp, ReadOnlyMemory<byte> Content)
{
    public LogLine ToLine() => new(Channel, Stamp?.At, Content);
}
