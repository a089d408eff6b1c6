namespace DebugDeck.Core.Shells;

/// <summary>Where shells are looked for. The folders come before the names: most images without a shell lack whole folders, which saves most questions.</summary>
internal static class ShellRules
{
    /// <summary>Raised with every change of these rules, so that verdicts reached under older ones are looked at again.</summary>
    public const int Version = 1;

    /// <summary>The names of shells, the one that is best to work in first.</summary>
    public static IReadOnlyList<string> Comfort { get; } = ["bash", "zsh", "ash", "dash", "sh", "busybox", "pwsh"];

    // /busybox is where distroless :debug images keep it; /usr/bin/pwsh is the shell of .NET tool images.
    public static IReadOnlyList<(string Folder, IReadOnlyList<string> Names)> Places { get; } =
    [
        ("/bin", ["sh", "bash", "ash", "dash", "busybox"]),
        ("/usr/bin", ["sh", "bash", "zsh", "pwsh", "busybox"]),
        ("/busybox", ["sh", "busybox"]),
        ("/usr/local/bin", ["bash", "sh"]),
        ("/sbin", ["busybox", "sh"]),
    ];

    /// <summary>Smaller is better to work in.</summary>
    public static int ComfortRank(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return Comfort.TakeWhile(known => known != name).Count();
    }
}
