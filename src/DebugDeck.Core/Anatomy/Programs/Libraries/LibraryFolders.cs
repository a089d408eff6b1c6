using System.Text;
using DebugDeck.Core.Files;
using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Anatomy.Programs.Libraries;

/// <summary>The folders in which a loader looks for libraries by itself.</summary>
internal static class LibraryFolders
{
    /// <summary>Those that are built into glibc's loader: which of them depends on who built it, and those of another are simply not there.</summary>
    public static IReadOnlyList<string> OfGlibc(Machine machine, string loader)
    {
        var own = ContainerPath.Parent(loader);
        string[] folders =
        [
            $"/lib/{machine.Triplet}", $"/usr/lib/{machine.Triplet}", "/lib64", "/usr/lib64", "/lib", "/usr/lib",
        ];

        // Nix keeps loader and libraries together, apart from all others.
        return folders.Contains(own) ? folders : [own, .. folders];
    }

    /// <summary>Those of musl: its own file if there is one. Null if nobody has looked yet.</summary>
    public static IReadOnlyList<string>? OfMusl(CaptureView view, Machine machine)
    {
        if (view.Content($"/etc/ld-musl-{machine.MuslName}.path") is not { } file)
        {
            return null;
        }

        return file.Content is { } content
            ? [.. Encoding.UTF8.GetString(content.Span).Split([':', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(folder => folder.StartsWith('/')).Take(32)]
            : ["/lib", "/usr/local/lib", "/usr/lib"];
    }

    /// <summary>Those that a file itself names (<c>RUNPATH</c>), its placeholders filled in.</summary>
    public static IEnumerable<string> Named(string? path, string origin, Machine machine) => (path ?? "")
        .Split(':', StringSplitOptions.RemoveEmptyEntries)
        .Take(32)
        .Select(folder => folder
            .Replace("${ORIGIN}", origin, StringComparison.Ordinal).Replace("$ORIGIN", origin, StringComparison.Ordinal)
            .Replace("${LIB}", $"lib/{machine.Triplet}", StringComparison.Ordinal).Replace("$LIB", $"lib/{machine.Triplet}", StringComparison.Ordinal)
            .Replace("${PLATFORM}", machine.MuslName, StringComparison.Ordinal).Replace("$PLATFORM", machine.MuslName, StringComparison.Ordinal))
        .Where(folder => folder.StartsWith('/'))
        .Select(ContainerPath.Normalize);
}
