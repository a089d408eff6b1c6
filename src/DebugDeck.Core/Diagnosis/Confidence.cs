namespace DebugDeck.Core.Diagnosis;

/// <summary>How sure a conclusion is. Evidence from the files outranks config and labels, which outrank a name.</summary>
public enum Confidence
{
    /// <summary>Nothing was found that tells.</summary>
    None,

    /// <summary>Concluded from a name or a label that anybody may have written.</summary>
    Low,

    /// <summary>Concluded from several hints, or from config.</summary>
    Medium,

    /// <summary>Read where the truth is.</summary>
    High,
}
