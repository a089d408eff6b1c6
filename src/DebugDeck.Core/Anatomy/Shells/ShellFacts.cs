using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Shells;

namespace DebugDeck.Core.Anatomy.Shells;

/// <summary>The shell of an image, if there is one.</summary>
public sealed record ShellFacts
{
    public static ShellFacts Unknown { get; } = new();

    public ShellVerdict Verdict { get; init; }

    /// <summary>The shell that is found first, the same that a list names; null if there is none.</summary>
    public string? Path { get; init; }

    /// <summary>Which program is behind it: <c>bash</c>, <c>dash</c>, <c>busybox</c>, …; null without a shell.</summary>
    public string? Kind { get; init; }

    /// <summary>Every shell that was found, in the order of the search.</summary>
    public IReadOnlyList<string> All { get; init; } = [];

    /// <summary>The one that is best to work in; null if there is none.</summary>
    public string? Comfortable => All.OrderBy(ShellRules.ComfortRank).FirstOrDefault() ?? Path;

    public Confidence Confidence { get; init; }

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];
}
