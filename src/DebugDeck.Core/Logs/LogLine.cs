using System.Text;
using DebugDeck.Core.Streams;

namespace DebugDeck.Core.Logs;

/// <summary>One line of a log.</summary>
/// <param name="Channel">Which output it came from; always the first for a target with a terminal.</param>
/// <param name="At">When the engine received it; null if it did not say.</param>
/// <param name="Content">The bytes as written, without the line's end; they need not be UTF-8.</param>
public sealed record LogLine(OutputChannel Channel, DateTimeOffset? At, ReadOnlyMemory<byte> Content)
{
    /// <summary>Decoded for a person; bytes that are not UTF-8 become U+FFFD. Still hostile: escape before showing it.</summary>
    public string Text => Encoding.UTF8.GetString(Content.Span);
}
