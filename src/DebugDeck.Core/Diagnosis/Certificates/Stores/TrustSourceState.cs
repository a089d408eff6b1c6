namespace DebugDeck.Core.Diagnosis.Certificates.Stores;

/// <summary>What became of a place that a runtime looks into.</summary>
public enum TrustSourceState
{
    /// <summary>Nobody could look.</summary>
    Unknown,

    /// <summary>Nothing is there, or a link that leads nowhere.</summary>
    Missing,

    /// <summary>The program's user may not read it.</summary>
    Unreadable,

    /// <summary>It is there and cannot be understood.</summary>
    Broken,

    /// <summary>It is there and without certificates that this runtime takes.</summary>
    Empty,

    /// <summary>It is read.</summary>
    Read,

    /// <summary>An earlier alternative was there, so this one is not looked at.</summary>
    NotReached,

    /// <summary>A list inside the runtime.</summary>
    BuiltIn,
}
