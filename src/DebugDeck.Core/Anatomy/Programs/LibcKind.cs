namespace DebugDeck.Core.Anatomy.Programs;

/// <summary>Which C library.</summary>
public enum LibcKind
{
    /// <summary>It could not be told.</summary>
    Unknown,

    /// <summary>There is none, or none is needed.</summary>
    None,

    Glibc,

    Musl,
}
