using System.Text.Json;

namespace DebugDeck.Core.Images.Archives;

/// <summary>The layout of <c>docker save</c>: <c>manifest.json</c> names configuration and layers of each image.</summary>
internal static class DockerSave
{
    public const string Manifest = "manifest.json";

    private const int MostLayers = 512;

    /// <summary>Null if it names no image.</summary>
    public static ArchivedImage? Read(ArchiveMembers members)
    {
        using var manifest = members.Document(Manifest);
        if (manifest?.RootElement is not { ValueKind: JsonValueKind.Array } list || list.GetArrayLength() == 0)
        {
            return null;
        }

        var image = list[0];
        var problems = new List<string>();
        if (list.GetArrayLength() > 1)
        {
            problems.Add($"the archive holds {list.GetArrayLength()} images; this is the first");
        }

        var layers = new List<LayerBlob>();
        foreach (var name in image.Texts("Layers").Take(MostLayers))
        {
            if (members.Layer(name) is { } layer)
            {
                layers.Add(layer);
            }
            else
            {
                problems.Add($"the layer {name} is not in the archive");
            }
        }

        var config = image.Text("Config") ?? "";
        return new ArchivedImage(image.Texts("RepoTags") is [var tag, ..] ? tag : null, Digest(config), members.Document(config), layers, problems);
    }

    // The file is called by its hash: HASH.json, or blobs/sha256/HASH.
    private static string Digest(string config)
    {
        var name = config[(config.LastIndexOf('/') + 1)..].Replace(".json", "", StringComparison.Ordinal);
        return name.Length == 64 && name.All(char.IsAsciiHexDigitLower) ? "sha256:" + name : "";
    }
}
