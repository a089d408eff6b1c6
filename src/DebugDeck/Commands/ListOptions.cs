using DebugDeck.Core.Hosts;
using DebugDeck.Core.Targets;
using DebugDeck.Output;

namespace DebugDeck.Commands;

/// <summary>What <c>list</c> is asked for.</summary>
internal sealed record ListOptions
{
    /// <summary>The Kubernetes namespaces or Compose projects that are asked for; null for all.</summary>
    public NamespaceScope? Scope { get; init; }

    public LabelSelector? Selector { get; init; }

    public bool Watch { get; init; }

    public bool CheckShells { get; init; } = true;

    /// <summary>Show our own debug containers as well.</summary>
    public bool DebugContainers { get; init; }

    public OutputFormat Format { get; init; }

    /// <summary>The targets that are asked for.</summary>
    public bool Wants(Target target) =>
        (DebugContainers || !target.IsDebugContainer)
        && (Scope is not { IsAll: false } || (target.Project is { } project && Scope.Names.Contains(project)))
        && (Selector?.Matches(target.Labels) ?? true);
}
