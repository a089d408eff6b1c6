namespace DebugDeck.Core.Files.Capture;

/// <summary>How much of a file is wanted, least first.</summary>
public enum FileWishKind
{
    /// <summary>Whether it is there and what it is.</summary>
    Stat,

    /// <summary>Its content as well, links followed.</summary>
    Content,

    /// <summary>The entries directly in a directory, without their content.</summary>
    Listing,
}
