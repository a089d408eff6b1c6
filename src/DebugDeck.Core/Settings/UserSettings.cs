namespace DebugDeck.Core.Settings;

/// <summary>What a user or a team sets once and for all, in <c>$XDG_CONFIG_HOME/debugdeck/config.json</c>.</summary>
public sealed record UserSettings
{
    public static UserSettings Default { get; } = new();

    /// <summary>
    /// Where images come from instead, by the beginning of their whole name: <c>docker.io</c> → <c>mirror.corp/dockerhub</c>,
    /// <c>docker.io/library/busybox</c> → <c>mirror.corp/busybox</c>. The longest beginning wins.
    /// </summary>
    public IReadOnlyDictionary<string, string> Mirrors { get; init; } = new Dictionary<string, string>();

    /// <summary>Namespaces to offer, and to look at where the cluster does not let the user see all of them.</summary>
    public IReadOnlyList<string> Namespaces { get; init; } = [];

    /// <summary>Toolboxes by name: new ones, or another image for <c>busybox</c> and <c>netshoot</c>.</summary>
    public IReadOnlyDictionary<string, string> Toolboxes { get; init; } = new Dictionary<string, string>();
}
