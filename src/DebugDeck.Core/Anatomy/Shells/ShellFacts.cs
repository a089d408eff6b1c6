using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Shells;

namespace DebugDeck.Core.Anatomy.Shells;

/// <summary>The shell of an image, if there is one.</summary>
public sealed record ShellFacts
{
    public static ShellFacts Unknown { get; } = new();

    public ShellVerdict Verdict { get; init; }

    /// <summary>The best shell to start; null if there is none.</summary>
    public string? Path { get; init; }

    /// <summary>Which program is behind it: <c>bash</c>, <c>dash</c>, <c>busybox</c>, …; null without a shell.</summary>
    public string? Kind { get; init; }

    /// <summary>Every shell that was found, best first.</summary>
    public IReadOnlyList<string> All { get; init; } = [];

    public Confidence Confidence { get; init; }

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];
}
