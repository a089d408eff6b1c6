namespace DebugDeck.Core.Anatomy.Families;

/// <summary>How a family of base images is recognised. Data only: what is done with it is <see cref="FamilyJudge"/>'s business.</summary>
/// <param name="Id">The short name that scripts rely on.</param>
/// <param name="Name">What people call it.</param>
public sealed record FamilyRule(string Id, string Name)
{
    /// <summary>For a column of a table, where <see cref="Id"/> is too long.</summary>
    public string ColumnName { get; init; } = Id;

    /// <summary>Files that must be so, or it is not this family.</summary>
    public IReadOnlyList<Sign> Needs { get; init; } = [];

    /// <summary>Files that speak for it; at least one has to.</summary>
    public IReadOnlyList<Sign> Proof { get; init; } = [];

    /// <summary>Files that speak against it. A claim in a text file does not survive one of them alone.</summary>
    public IReadOnlyList<Sign> Against { get; init; } = [];

    /// <summary>Configuration, labels and names that suggest it.</summary>
    public IReadOnlyList<Sign> Hints { get; init; } = [];

    /// <summary>The families that it is a kind of: where both fit, this one is meant.</summary>
    public IReadOnlyList<string> Refines { get; init; } = [];

    /// <summary>Families that a name or label may as well speak of without contradicting this one.</summary>
    public IReadOnlyList<string> Kin { get; init; } = [];

    /// <summary>A label of its own decides between it and what it refines.</summary>
    public bool LabelsSuffice { get; init; }

    /// <summary>Its release, where the files tell.</summary>
    public Func<ImageClues, string?> Version { get; init; } = clues => clues.Release.Version;

    /// <summary>Which of its kinds it is; null if there are none, or it cannot be told.</summary>
    public Func<ImageClues, string?> Variant { get; init; } = _ => null;

    /// <summary>Files that <see cref="Version"/> and <see cref="Variant"/> look at besides those of the signs.</summary>
    public IReadOnlyList<Sign> Tells { get; init; } = [];
}
