using DebugDeck.Core.Debugging;

namespace DebugDeck.Output.Documents;

/// <summary>What <c>plan -o json</c> prints.</summary>
internal sealed record PlanDocument
{
    public int SchemaVersion { get; } = 1;

    public required TargetDocument Target { get; init; }

    public required string Technique { get; init; }

    public required string Toolbox { get; init; }

    public required string Image { get; init; }

    public required string User { get; init; }

    public required IReadOnlyList<string> Capabilities { get; init; }

    public required IReadOnlyList<string> SharedNamespaces { get; init; }

    public required string TargetRoot { get; init; }

    public required long TimeLimitSeconds { get; init; }

    public required IReadOnlyList<string> Warnings { get; init; }

    public required string EquivalentCommand { get; init; }

    public static PlanDocument From(DebugPlan plan) => new()
    {
        Target = TargetDocument.From(plan.Target),
        Technique = DocumentWord.Of(plan.Technique),
        Toolbox = plan.Toolbox.Name,
        Image = plan.Toolbox.Image,
        User = plan.User,
        Capabilities = plan.Capabilities,
        SharedNamespaces = plan.SharedNamespaces,
        TargetRoot = plan.TargetRoot,
        TimeLimitSeconds = (long)plan.TimeLimit.TotalSeconds,
        Warnings = plan.Warnings,
        EquivalentCommand = plan.EquivalentCommand,
    };
}
