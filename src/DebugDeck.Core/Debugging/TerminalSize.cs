namespace DebugDeck.Core.Debugging;

/// <summary>The size of a terminal in character cells.</summary>
public readonly record struct TerminalSize(int Columns, int Rows);
