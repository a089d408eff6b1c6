namespace DebugDeck.Core.Anatomy.Knowledge;

/// <summary>What is worth knowing about a family of base images, beyond what can be read out of one of them.</summary>
// What the data file leaves out arrives as null: the generated reader sets every property.
public sealed record FamilyKnowledge
{
    public required string Id { get; init; }

    public required string Libc { get; init; }

    public required string Shell { get; init; }

    public required string PackageManager { get; init; }

    /// <summary>Of the base alone, in the engine.</summary>
    public required SizeRange UsualMegabytes { get; init; }

    public IReadOnlyList<string> GoodFor { get; init => field = value ?? []; } = [];

    public IReadOnlyList<string> AvoidWhen { get; init => field = value ?? []; } = [];

    /// <summary>What people stumble over.</summary>
    public IReadOnlyList<string> Traps { get; init => field = value ?? []; } = [];

    /// <summary>An image of the same family that has a shell; <c>{variant}</c>, <c>{version}</c> and <c>{major}</c> stand for those of the target. Null if there is none.</summary>
    public string? DebugImage { get; init; }

    /// <summary>The shell in <see cref="DebugImage"/>.</summary>
    public string? DebugShell { get; init; }

    public IReadOnlyList<EndOfLife> EndOfLife { get; init => field = value ?? []; } = [];

    /// <summary>Who says when it ends.</summary>
    public string? EndOfLifeSource { get; init; }

    /// <summary>When this release ends, where that is known.</summary>
    /// <param name="version">As the image has it (<c>3.22.1</c>): the part that the list knows counts.</param>
    /// <param name="variant">The image's variant.</param>
    public EndOfLife? EndOf(string? version, string? variant) => version is null
        ? null
        : EndOfLife.FirstOrDefault(end =>
            (version == end.Version || version.StartsWith(end.Version + ".", StringComparison.Ordinal))
            && (end.Variants.Count == 0 || end.Variants.Any(kind => variant?.StartsWith(kind, StringComparison.Ordinal) == true)));
}
