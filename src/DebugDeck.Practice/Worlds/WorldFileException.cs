namespace DebugDeck.Practice.Worlds;

/// <summary>A world file that cannot be used; the message says where and why.</summary>
public sealed class WorldFileException(string file, long line, long column, string problem)
    : Exception(FormattableString.Invariant($"{file}({line},{column}): {problem}"))
{
    /// <summary>The line, counted from one.</summary>
    public long Line { get; } = line;

    /// <summary>The column, counted from one.</summary>
    public long Column { get; } = column;
}
