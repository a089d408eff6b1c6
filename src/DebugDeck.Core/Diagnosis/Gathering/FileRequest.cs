using System.Globalization;
using System.Text.Json.Serialization;
using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Diagnosis.Gathering;

/// <summary>A file of the target. Whatever a run wants of files is asked for in as few batches as its rounds allow.</summary>
/// <param name="Wish">Which, and how much of it.</param>
[method: JsonConstructor]
public sealed record FileRequest(FileWish Wish) : EvidenceRequest<CapturedFile>
{
    /// <summary>The usual amount of it.</summary>
    public FileRequest(string path, FileWishKind kind = FileWishKind.Content)
        : this(new FileWish(path, kind))
    {
    }

    public override string Key => string.Create(CultureInfo.InvariantCulture, $"file {Wish.Path} {Wish.Kind} {Wish.Limit}{(Wish.Offset == 0 ? "" : $" from {Wish.Offset}")}");
}
