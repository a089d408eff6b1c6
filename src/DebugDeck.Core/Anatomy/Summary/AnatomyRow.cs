using DebugDeck.Core.Diagnosis;

namespace DebugDeck.Core.Anatomy.Summary;

/// <summary>One line of an anatomy for a person.</summary>
/// <param name="Label">What it is about: <c>family</c>.</param>
/// <param name="Value">In words; <c>?</c> where it could not be told. Hostile: escape before showing it.</param>
/// <param name="Confidence">How sure that is.</param>
/// <param name="Evidence">What was looked at.</param>
public sealed record AnatomyRow(string Label, string Value, Confidence Confidence, IReadOnlyList<Evidence> Evidence)
{
    public const string Unknown = "?";

    /// <summary>What stands before a value that is likely, not sure: <c>~ </c>, or <c>~~ </c> for what only a name tells; else nothing.</summary>
    public string Mark => Value == Unknown ? "" : Confidence switch
    {
        Confidence.Low => "~~ ",
        Confidence.Medium => "~ ",
        _ => "",
    };
}
