using DebugDeck.Core.Debugging;
using DebugDeck.Core.Hosts;

namespace DebugDeck.Kubernetes;

/// <summary>What the program knows about its user and machine.</summary>
public sealed record KubernetesHostsOptions
{
    /// <summary><c>--context</c>; empty for the current one.</summary>
    public IReadOnlyList<string> Contexts { get; init; } = [];

    /// <summary><c>--kubeconfig</c>, or null.</summary>
    public string? KubeConfig { get; init; }

    /// <summary><c>--as</c>, or null.</summary>
    public string? ActAs { get; init; }

    /// <summary><c>--as-group</c></summary>
    public IReadOnlyList<string> ActAsGroups { get; init; } = [];

    /// <summary><c>--request-timeout</c>, or null.</summary>
    public TimeSpan? RequestTimeout { get; init; }

    /// <summary><c>--namespace</c> and <c>--all-namespaces</c>; null for the namespace of each context.</summary>
    public NamespaceScope? Scope { get; init; }

    /// <summary>The namespaces that the user's settings name.</summary>
    public IReadOnlyList<string> Favourites { get; init; } = [];

    /// <summary>Looks an environment variable up.</summary>
    public required Func<string, string?> Environment { get; init; }

    /// <summary>The user's home directory.</summary>
    public required string Home { get; init; }

    /// <summary>Where verdicts about images are kept (<c>$XDG_CACHE_HOME/debugdeck</c>).</summary>
    public required string CacheDirectory { get; init; }

    /// <summary>The images that debug containers are started from.</summary>
    public required ToolboxCatalog Toolboxes { get; init; }

    /// <summary>
    /// Hears what credential plugins write to their standard error, line by line: a login URL, a device code. Null where a host's status says it,
    /// which it does while the host connects.
    /// </summary>
    public Action<string>? PluginSays { get; init; }

    public required TimeProvider Clock { get; init; }
}
