using DebugDeck.Core.Errors;

namespace DebugDeck.Tui.State;

/// <summary>What went wrong, in words, and what to do about it.</summary>
internal sealed record Problem(string Message, string? Hint = null)
{
    public static Problem From(Exception error) => error is DebugDeckException known
        ? new Problem(known.Message, known.Hint)
        : new Problem(error.Message, "this was not foreseen; --verbose on the command line shows where it happened");
}
