using DebugDeck.Core.Hosts;

namespace DebugDeck.Commands;

/// <summary>What can be said to every command.</summary>
internal sealed record GlobalOptions
{
    /// <summary>The engine's endpoint, instead of whatever would be found.</summary>
    public string? DockerHost { get; init; }

    /// <summary>A kind of host or one host's name.</summary>
    public string? Host { get; init; }

    /// <summary>Contexts of the kubeconfig; empty for its current one.</summary>
    public IReadOnlyList<string> Contexts { get; init; } = [];

    /// <summary>The kubeconfig file, instead of whatever would be found.</summary>
    public string? KubeConfig { get; init; }

    /// <summary>The user of the cluster to act as; null for oneself.</summary>
    public string? ActAs { get; init; }

    /// <summary>The groups to act as a member of.</summary>
    public IReadOnlyList<string> ActAsGroups { get; init; } = [];

    /// <summary>How long a cluster's answer may take; null for the usual limit.</summary>
    public TimeSpan? RequestTimeout { get; init; }

    /// <summary>The namespaces (or Compose projects) that are asked for; null if nothing is said.</summary>
    public NamespaceScope? Scope { get; init; }

    /// <summary>The container of the pod that an address names.</summary>
    public string? Container { get; init; }

    public bool NoColor { get; init; }

    /// <summary>The screens own the terminal: nobody else may write on it.</summary>
    public bool HasScreens { get; init; }

    /// <summary>Stack traces, and what is done on the way.</summary>
    public bool Verbose { get; init; }
}
