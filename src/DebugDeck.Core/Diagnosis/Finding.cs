namespace DebugDeck.Core.Diagnosis;

/// <summary>A conclusion. Never more certain than its evidence.</summary>
/// <param name="Rule">The id of the rule that drew it (<c>ca.bundle-missing</c>); stable, scripts rely on it.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Title">What is the case, in one line.</param>
/// <param name="Explanation">Why it happens, in plain words.</param>
public sealed record Finding(string Rule, Severity Severity, string Title, string Explanation)
{
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    public IReadOnlyList<Fix> Fixes { get; init; } = [];

    /// <summary>Primary documentation (<c>https://…</c>).</summary>
    public IReadOnlyList<string> Links { get; init; } = [];
}
