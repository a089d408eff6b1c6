using DebugDeck.Core.Diagnosis;

namespace DebugDeck.Core.Anatomy.Programs;

/// <summary>A C library: the one that is there, or the one that a program was built for.</summary>
public sealed record Libc
{
    public static Libc Unknown { get; } = new();

    public LibcKind Kind { get; init; }

    /// <summary>Upstream version (<c>2.36</c>, <c>1.2.5</c>) where it could be told. For the libc of a program: the least it needs.</summary>
    public string? Version { get; init; }

    /// <summary>Its file, as the target sees it; null if there is none.</summary>
    public string? Path { get; init; }

    public Confidence Confidence { get; init; }

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];
}
