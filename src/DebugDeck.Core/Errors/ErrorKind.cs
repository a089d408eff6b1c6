namespace DebugDeck.Core.Errors;

/// <summary>Why something failed, as far as a script needs to know: each kind has an exit code of its own (design.md 5).</summary>
public enum ErrorKind
{
    /// <summary>Anything else (exit code 1).</summary>
    Failed,

    /// <summary>The command line or a file of the user's is wrong (exit code 2).</summary>
    Usage,

    /// <summary>The target, path, image or session is not there (exit code 4).</summary>
    NotFound,

    /// <summary>Refused by permissions or admission (exit code 5).</summary>
    NotPermitted,

    /// <summary>The engine or cluster cannot be reached (exit code 6).</summary>
    Unreachable,
}
