using DebugDeck.Core.Targets;
using DebugDeck.Output;

namespace DebugDeck.Commands;

/// <summary>What <c>list</c> is asked for.</summary>
internal sealed record ListOptions
{
    /// <summary>A Kubernetes namespace or a Compose project; null for all.</summary>
    public string? Namespace { get; init; }

    public LabelSelector? Selector { get; init; }

    public bool Watch { get; init; }

    public bool CheckShells { get; init; } = true;

    /// <summary>Show our own debug containers as well.</summary>
    public bool DebugContainers { get; init; }

    public OutputFormat Format { get; init; }

    /// <summary>The targets that are asked for.</summary>
    public bool Wants(Target target) =>
        (DebugContainers || !target.IsDebugContainer)
        && (Namespace is null || target.Project == Namespace)
        && (Selector?.Matches(target.Labels) ?? true);
}
