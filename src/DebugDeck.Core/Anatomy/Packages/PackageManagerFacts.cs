using DebugDeck.Core.Diagnosis;

namespace DebugDeck.Core.Anatomy.Packages;

/// <summary>The program that would install a package, if there is one.</summary>
public sealed record PackageManagerFacts
{
    public static PackageManagerFacts Unknown { get; } = new();

    /// <summary><c>apt</c>, <c>apk</c>, <c>dnf</c>, <c>microdnf</c>, <c>tdnf</c>, <c>zypper</c>, …; null if there is none.</summary>
    public string? Name { get; init; }

    /// <summary>Its file; null if there is none.</summary>
    public string? Path { get; init; }

    /// <summary><see cref="Diagnosis.Confidence.High"/> with a null <see cref="Name"/>: looked everywhere, there is none. None: nobody could look.</summary>
    public Confidence Confidence { get; init; }

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];
}
