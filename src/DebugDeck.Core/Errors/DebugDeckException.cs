namespace DebugDeck.Core.Errors;

/// <summary>
/// A failure whose message is meant for the user: one sentence without a full stop, and where there is one a hint what to do about it.
/// Anything else that escapes is a bug and is reported as such.
/// </summary>
public sealed class DebugDeckException : Exception
{
    /// <param name="kind">What a script may want to tell apart.</param>
    /// <param name="message">What went wrong, in the user's words.</param>
    /// <param name="hint">What to do about it, or null.</param>
    /// <param name="inner">The technical cause, shown with <c>--verbose</c>.</param>
    public DebugDeckException(ErrorKind kind, string message, string? hint = null, Exception? inner = null)
        : base(message, inner)
    {
        Kind = kind;
        Hint = hint;
    }

    public ErrorKind Kind { get; }

    /// <summary>What to do about it; null where there is nothing sensible to say.</summary>
    public string? Hint { get; }
}
