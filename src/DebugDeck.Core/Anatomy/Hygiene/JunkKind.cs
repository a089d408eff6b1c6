namespace DebugDeck.Core.Anatomy.Hygiene;

/// <summary>Why a file has no business in an image.</summary>
public enum JunkKind
{
    /// <summary>A private key, a password file, the credentials of a cloud.</summary>
    Secret,

    /// <summary>The history of the source, with everything that was ever in it.</summary>
    History,

    /// <summary>What a package manager or a compiler keeps for the next time, which never comes.</summary>
    Cache,

    /// <summary>Belongs on the machine of whoever wrote the program.</summary>
    Workshop,
}
