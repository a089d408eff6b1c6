using System.Text.Json;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Debugging.Planning;

namespace DebugDeck.Output.Documents;

/// <summary>What <c>plan -o json</c> prints.</summary>
internal sealed record PlanDocument
{
    public int SchemaVersion { get; } = 1;

    public required TargetDocument Target { get; init; }

    public required IdentityDocument Identity { get; init; }

    public required string? NamespacePolicy { get; init; }

    public required IReadOnlyList<AccessAnswer> Permissions { get; init; }

    public required IReadOnlyList<CandidateDocument> Candidates { get; init; }

    /// <summary>One of <see cref="Candidates"/>, whole; null where none works.</summary>
    public required CandidateDocument? Chosen { get; init; }

    public required string EquivalentCommand { get; init; }

    /// <summary>What would be sent, as an object; null where nothing is.</summary>
    public required JsonElement? Manifest { get; init; }

    public required IReadOnlyList<string> Warnings { get; init; }

    public required IReadOnlyList<string> Advice { get; init; }

    public required string Technique { get; init; }

    public required string Toolbox { get; init; }

    public required string Image { get; init; }

    public required string User { get; init; }

    public required IReadOnlyList<string> Capabilities { get; init; }

    public required IReadOnlyList<string> SharedNamespaces { get; init; }

    public required string TargetRoot { get; init; }

    public required long TimeLimitSeconds { get; init; }

    public required string? Container { get; init; }

    public required string? Pod { get; init; }

    /// <summary>The debug container that runs already and would be used; null where one would be started.</summary>
    public required string? Reuses { get; init; }

    public static PlanDocument From(DebugPlan plan) => new()
    {
        Target = TargetDocument.From(plan.Target),
        Identity = IdentityDocument.From(plan.Identity),
        NamespacePolicy = plan.NamespacePolicy,
        Permissions = plan.Permissions,
        Candidates = [.. plan.Candidates.Select(CandidateDocument.From)],
        Chosen = plan.Chosen is { } chosen ? CandidateDocument.From(chosen) : null,
        EquivalentCommand = plan.EquivalentCommand,
        Manifest = plan.Manifest is { } manifest ? JsonElement.Parse(manifest) : null,
        Warnings = plan.Warnings,
        Advice = plan.Advice,
        Technique = DocumentWord.Of(plan.Technique),
        Toolbox = plan.Toolbox.Name,
        Image = plan.Toolbox.Image,
        User = plan.User,
        Capabilities = plan.Capabilities,
        SharedNamespaces = plan.SharedNamespaces,
        TargetRoot = plan.TargetRoot,
        TimeLimitSeconds = (long)plan.TimeLimit.TotalSeconds,
        Container = plan.ContainerName,
        Pod = plan.PodName,
        Reuses = plan.Reuses,
    };
}
