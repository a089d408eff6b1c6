using System.Collections.Frozen;
using System.Text;

namespace DebugDeck.Core.Files.Capture;

/// <summary>
/// What some wishes found: plain data, so that whoever judges it needs neither an engine nor a cluster, and it can be kept and looked at again.
/// </summary>
public sealed class FileCapture(IEnumerable<CapturedFile> files)
{
    private readonly FrozenDictionary<string, CapturedFile> _files = files
        .GroupBy(file => file.Path, StringComparer.Ordinal)
        .ToFrozenDictionary(same => same.Key, same => same.Aggregate(Combine), StringComparer.Ordinal);

    public static FileCapture Empty { get; } = new([]);

    public IEnumerable<CapturedFile> Files => _files.Values;

    /// <summary>What was found at a path; null if nobody asked for it, which is not the same as nothing being there.</summary>
    public CapturedFile? this[string path] => _files.GetValueOrDefault(path);

    public bool WasAsked(string path) => _files.ContainsKey(path);

    /// <summary>Asked for, and something is there.</summary>
    public bool Exists(string path) => this[path] is { Exists: true };

    /// <summary>The content decoded as UTF-8; null if there is none. Hostile: escape before showing it.</summary>
    public string? Text(string path) => this[path]?.Content is { } content ? Encoding.UTF8.GetString(content.Span) : null;

    /// <summary>Both captures; where both asked for a path, all that either found.</summary>
    public FileCapture With(FileCapture more) => new([.. Files, .. more.Files]);

    // Rounds may have asked for less of a file than others did.
    private static CapturedFile Combine(CapturedFile first, CapturedFile second)
    {
        var longest = (first.Content?.Length ?? -1) > (second.Content?.Length ?? -1) ? first : second;
        var listed = second.Listing is null ? first : second;
        return second with
        {
            Content = longest.Content,
            Listing = listed.Listing,
            Pieces = [.. first.Pieces, .. second.Pieces],
            IsCut = longest.Content is not null ? longest.IsCut : listed.IsCut,
            Error = longest.Content is null ? second.Error ?? first.Error : null,
        };
    }
}
