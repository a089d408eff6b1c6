namespace DebugDeck.Core.Shells;

/// <summary>Whether an image has a shell. "Unknown" is an answer; a guess is marked as one.</summary>
public enum ShellVerdict
{
    Unknown,
    Yes,
    No,

    /// <summary>Concluded from the reference or labels alone, nothing was looked at.</summary>
    LikelyNo,
}
