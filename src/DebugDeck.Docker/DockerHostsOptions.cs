using DebugDeck.Core.Debugging;

namespace DebugDeck.Docker;

/// <summary>What the program knows about its user and machine.</summary>
/// <param name="Explicit"><c>--docker-host</c>, or null.</param>
/// <param name="Environment">Looks an environment variable up.</param>
/// <param name="Home">The user's home directory.</param>
/// <param name="CacheDirectory">Where verdicts about images are kept (<c>$XDG_CACHE_HOME/debugdeck</c>).</param>
/// <param name="Toolboxes">The images that debug containers are started from.</param>
/// <param name="Clock">The time.</param>
public sealed record DockerHostsOptions(
    string? Explicit,
    Func<string, string?> Environment,
    string Home,
    string CacheDirectory,
    ToolboxCatalog Toolboxes,
    TimeProvider Clock)
{
    /// <summary>Where nothing says that there is an engine, and none is where it usually is: have a host that says so.</summary>
    public bool AtLeastOne { get; init; } = true;
}
