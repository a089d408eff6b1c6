using DebugDeck.Core.Anatomy.Programs;

namespace DebugDeck.Core.Diagnosis.Dns.Resolvers;

/// <summary>What decides which resolver a program uses.</summary>
public sealed record ProgramFacts
{
    /// <summary>One of <see cref="RuntimeIds"/>; null where it could not be told.</summary>
    public string? Runtime { get; init; }

    public string? RuntimeVersion { get; init; }

    /// <summary>The C library that it runs with.</summary>
    public LibcKind Libc { get; init; }

    public string? LibcVersion { get; init; }

    /// <summary>A Go program that was built with cgo; null where it could not be told.</summary>
    public bool? UsesCgo { get; init; }

    public Linkage Linkage { get; init; }

    public Confidence Confidence { get; init; } = Confidence.High;

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];
}
