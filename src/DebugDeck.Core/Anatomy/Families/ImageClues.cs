using DebugDeck.Core.Files.Capture;
using DebugDeck.Core.Targets.Details;

namespace DebugDeck.Core.Anatomy.Families;

/// <summary>All that signs of a family are looked for in.</summary>
public sealed class ImageClues
{
    /// <param name="files">What was found in the files; <see cref="FileCapture.Empty"/> where they could not be read.</param>
    /// <param name="reference">What the image is called; empty if nothing is known.</param>
    /// <param name="image">Its configuration, where known.</param>
    public ImageClues(FileCapture files, string reference, ImageFacts? image = null)
    {
        Files = files;
        Reference = reference;
        Image = image;
        Release = OsRelease.From(files);
    }

    public FileCapture Files { get; }

    public string Reference { get; }

    public ImageFacts? Image { get; }

    public OsRelease Release { get; }

    /// <summary>The files were asked for. Where nobody looked, that a file was not found says nothing.</summary>
    public bool HasFiles => OsRelease.Places.Any(Files.WasAsked);

    public IReadOnlyDictionary<string, string> Labels => Image?.Labels ?? new Dictionary<string, string>();

    /// <summary>The program and its arguments, as the image has them.</summary>
    public IEnumerable<string> Command => Image is null ? [] : [.. Image.Entrypoint, .. Image.Cmd];

    public string? Variable(string name) => Image?.Environment.LastOrDefault(line => line.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];
}
