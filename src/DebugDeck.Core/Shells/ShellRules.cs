namespace DebugDeck.Core.Shells;

/// <summary>Where shells are looked for. The folders come before the names: most images without a shell lack whole folders, which saves most questions.</summary>
internal static class ShellRules
{
    /// <summary>Raised with every change of these rules, so that verdicts reached under older ones are looked at again.</summary>
    public const int Version = 1;

    // /busybox is where distroless :debug images keep it; /usr/bin/pwsh is the shell of .NET tool images.
    public static IReadOnlyList<(string Folder, IReadOnlyList<string> Names)> Places { get; } =
    [
        ("/bin", ["sh", "bash", "ash", "dash", "busybox"]),
        ("/usr/bin", ["sh", "bash", "zsh", "pwsh", "busybox"]),
        ("/busybox", ["sh", "busybox"]),
        ("/usr/local/bin", ["bash", "sh"]),
        ("/sbin", ["busybox", "sh"]),
    ];
}
