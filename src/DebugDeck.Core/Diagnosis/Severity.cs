namespace DebugDeck.Core.Diagnosis;

/// <summary>How bad a finding is, mildest first.</summary>
public enum Severity
{
    /// <summary>Looked at, and all is well.</summary>
    Ok,

    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Will hurt sooner or later, or makes something else worse.</summary>
    Warning,

    /// <summary>Explains a failure.</summary>
    Problem,
}
