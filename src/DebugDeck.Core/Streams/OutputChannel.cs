namespace DebugDeck.Core.Streams;

/// <summary>Which of a process' two outputs something was written to.</summary>
public enum OutputChannel
{
    Output,
    Error,
}
