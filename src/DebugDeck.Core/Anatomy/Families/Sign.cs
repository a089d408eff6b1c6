using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Anatomy.Families;

/// <summary>Something that is so in images of one family and not in those of others.</summary>
/// <param name="Kind">Where it is found.</param>
/// <param name="Wishes">The files it needs to have been looked at.</param>
/// <param name="Find">The evidence if it is there; null if not, or if nobody looked.</param>
public sealed record Sign(SignKind Kind, IReadOnlyList<FileWish> Wishes, Func<ImageClues, Evidence?> Find)
{
    private const string File = "file";

    /// <summary>One of these files is there, whatever is in it.</summary>
    public static Sign There(params string[] paths) => new(SignKind.Layout, Stat(paths), clues =>
        paths.FirstOrDefault(clues.Files.Exists) is { } found ? new Evidence(File, found, "is there") : null);

    /// <summary>None of these files is there, and somebody looked.</summary>
    public static Sign Missing(params string[] paths) => new(SignKind.Layout, Stat(paths), clues =>
        paths.All(path => clues.Files[path] is { Entry: null, Error: null })
            ? new Evidence(File, paths[0], paths.Length == 1 ? "is not there" : $"is not there, nor {string.Join(", ", paths[1..])}")
            : null);

    /// <summary>A field of os-release has one of these values.</summary>
    public static Sign Release(string field, params string[] values) => new(SignKind.Text, Content(OsRelease.Places), clues =>
        clues.Release[field] is { } value && values.Contains(value, StringComparer.OrdinalIgnoreCase) ? OfRelease(clues.Release, field) : null);

    /// <summary>A field of os-release contains this.</summary>
    public static Sign ReleaseContains(string field, string part) => new(SignKind.Text, Content(OsRelease.Places), clues =>
        clues.Release[field]?.Contains(part, StringComparison.OrdinalIgnoreCase) == true ? OfRelease(clues.Release, field) : null);

    /// <summary>A text file contains this.</summary>
    public static Sign Contains(string path, string part) => new(SignKind.Layout, Content([path]), clues =>
        clues.Files.Text(path)?.Contains(part, StringComparison.Ordinal) == true ? new Evidence(File, path, $"contains '{part}'") : null);

    /// <summary>A label begins with one of these values; any value will do if none is given.</summary>
    public static Sign Label(string name, params string[] values) => new(SignKind.Label, [], clues =>
        clues.Labels.TryGetValue(name, out var value) && (values.Length == 0 || values.Any(start => value.StartsWith(start, StringComparison.OrdinalIgnoreCase)))
            ? new Evidence("label", name, value)
            : null);

    /// <summary>A variable of the image begins with this value.</summary>
    public static Sign Variable(string name, string value) => new(SignKind.Config, [], clues =>
        clues.Variable(name) is { } found && found.StartsWith(value, StringComparison.Ordinal) ? new Evidence("image config", name, found) : null);

    /// <summary>The entry point begins with this path.</summary>
    public static Sign Program(string path) => new(SignKind.Config, [], clues =>
        clues.Command.FirstOrDefault() is { } program && program.StartsWith(path, StringComparison.Ordinal) ? new Evidence("image config", "Entrypoint", program) : null);

    /// <summary>The reference has one of these words in it.</summary>
    public static Sign Reference(params string[] words) => new(SignKind.Reference, [], clues =>
        ReferenceWords.Find(clues.Reference, words) is { } word ? new Evidence("reference", null, $"'{clues.Reference}' contains '{word}'") : null);

    private static Evidence OfRelease(OsRelease release, string field) => new(File, release.Path, $"{field}={release[field]}");

    private static FileWish[] Stat(IEnumerable<string> paths) => [.. paths.Select(path => new FileWish(path, FileWishKind.Stat))];

    private static FileWish[] Content(IEnumerable<string> paths) => [.. paths.Select(path => new FileWish(path))];
}
