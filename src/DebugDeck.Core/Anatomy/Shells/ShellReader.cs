using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Files;
using DebugDeck.Core.Files.Capture;
using DebugDeck.Core.Shells;

namespace DebugDeck.Core.Anatomy.Shells;

/// <summary>Looks for shells among captured files, in the places and in the order in which <see cref="ShellSearch"/> does, so that both name the same one.</summary>
internal static class ShellReader
{
    public static ShellFacts Read(CaptureView view)
    {
        var looks = ShellRules.Places.SelectMany(place => place.Names.Select(name => (Path: $"{place.Folder}/{name}", File: view.Stat($"{place.Folder}/{name}")))).ToList();
        var found = looks.Where(look => look.File is { Target: { Kind: FileKind.Regular, IsExecutable: true } })
            .Select(look => (look.Path, Kind: KindOf(look.Path, look.File!.Target!)))
            .DistinctBy(look => look.Path.Replace("/usr/bin/", "/bin/", StringComparison.Ordinal))
            .ToList();
        if (found.Count > 0)
        {
            return new ShellFacts
            {
                Verdict = ShellVerdict.Yes,
                Path = found[0].Path,
                Kind = found[0].Kind,
                All = [.. found.Select(shell => shell.Path)],
                Confidence = Confidence.High,
                Evidence = [.. found.Select(shell => new Evidence("file", shell.Path, shell.Kind == Name(shell.Path) ? "an executable file" : $"an executable file, really {shell.Kind}"))],
            };
        }

        if (looks.Exists(look => look.File is null or { Error: not null }))
        {
            return ShellFacts.Unknown;
        }

        var broken = looks.Where(look => look.File!.Entry is not null)
            .Select(look => new Evidence("file", look.Path, look.File switch
            {
                { Target: null, Entry.LinkTarget: var target } => $"a link to {target}, which is not there",
                { Target.Kind: FileKind.Regular } => "a file that nobody may execute",
                _ => "not a file",
            }));
        return new ShellFacts
        {
            Verdict = ShellVerdict.No,
            Confidence = Confidence.High,
            Evidence = [.. broken, .. ShellRules.Places.Select(place => new Evidence("file", place.Folder, $"has no {string.Join(", ", place.Names)} to start"))],
        };
    }

    private static string KindOf(string path, FileEntry target) => Name(target.Path) is var real && ShellRules.Comfort.Contains(real) && real != "sh" ? real : Name(path);

    private static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];
}
