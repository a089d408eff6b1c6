namespace DebugDeck.Core.Diagnosis;

/// <summary>What a fix is good for.</summary>
public enum FixKind
{
    /// <summary>Mitigates now, without a new image.</summary>
    Immediate,

    /// <summary>Belongs in the image or the manifest for good.</summary>
    Lasting,
}
