namespace DebugDeck.Hosting;

/// <summary>Where the program keeps things (XDG base directories; their Windows counterparts there). Nothing is created by naming it.</summary>
/// <param name="Config">The user's settings and playbooks.</param>
/// <param name="Cache">What can be found out again.</param>
internal sealed record ProgramPaths(string Config, string Cache)
{
    private const string Folder = "debugdeck";

    /// <summary>The user's playbooks.</summary>
    public string Playbooks => Path.Combine(Config, "playbooks");

    public string SettingsFile => Path.Combine(Config, "config.json");

    public static ProgramPaths From(Func<string, string?> environment, string home)
    {
        var local = OperatingSystem.IsWindows() ? Absolute("LOCALAPPDATA") ?? Path.Combine(home, "AppData", "Local") : null;
        return new ProgramPaths(
            Path.Combine(Absolute("XDG_CONFIG_HOME") ?? local ?? Path.Combine(home, ".config"), Folder),
            Path.Combine(Absolute("XDG_CACHE_HOME") ?? local ?? Path.Combine(home, ".cache"), Folder));

        // The XDG specification has relative paths ignored.
        string? Absolute(string name) => environment(name) is { Length: > 0 } path && Path.IsPathFullyQualified(path) ? path : null;
    }
}
