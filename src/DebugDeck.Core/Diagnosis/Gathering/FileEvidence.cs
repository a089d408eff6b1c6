using System.Globalization;
using System.Text;
using DebugDeck.Core.Files;
using DebugDeck.Core.Files.Capture;
using DebugDeck.Core.Text;

namespace DebugDeck.Core.Diagnosis.Gathering;

/// <summary>How files are shown and kept.</summary>
public static class FileEvidence
{
    // Enough for a resolv.conf; nobody reads a bundle of certificates here.
    private const int MostLines = 12;

    public static EvidenceKind Kind { get; } = new EvidenceKind<FileRequest, CapturedFile>(
        "file", GatheringJson.Default.FileRequest, GatheringJson.Default.CapturedFile, Show, EvidenceSecrets.Redact);

    private static IReadOnlyList<Evidence> Show(FileRequest request, CapturedFile file) => [new("file", file.Path, Describe(file))];

    private static string Describe(CapturedFile file) => file switch
    {
        { Error: { } error } => error,
        { Entry: null } => "not there",
        { Target: null } => $"a link to {file.Entry!.LinkTarget}, which is not there",
        { Content: { } content } when IsText(content.Span) => Head(Encoding.UTF8.GetString(content.Span)),
        { Target.Kind: FileKind.Regular } => string.Create(CultureInfo.InvariantCulture, $"{ByteSize.Format(file.Target!.Size)}, {Link(file)}"),
        { Listing: { } listing } => string.Create(CultureInfo.InvariantCulture, $"a directory of {listing.Count}{(file.IsCut ? " and more" : "")} entries"),
        _ => $"{file.Target!.Kind.ToString().ToLowerInvariant()}, {Link(file)}",
    };

    private static string Link(CapturedFile file)
    {
        var mode = Convert.ToString((int)file.Target!.Mode, 8).PadLeft(4, '0');
        return file.Entry is { Kind: FileKind.Link } link ? $"mode {mode}, by way of a link to {link.LinkTarget}" : $"mode {mode}";
    }

    private static bool IsText(ReadOnlySpan<byte> content) => content.Length <= 64 * 1024 && !content.Contains((byte)0);

    private static string Head(string text)
    {
        var lines = text.TrimEnd('\n', ' ').Split('\n');
        return lines switch
        {
            [""] => "empty",
            { Length: > MostLines } => string.Create(CultureInfo.InvariantCulture, $"{string.Join('\n', lines.Take(MostLines))}\n(and {lines.Length - MostLines} more lines)"),
            _ => string.Join('\n', lines),
        };
    }
}
