using System.Runtime.InteropServices;
using System.Text.Json;

namespace DebugDeck.Core.Images.Archives;

/// <summary>The layout of the OCI image specification: <c>index.json</c> leads to a manifest, that one to configuration and layers, all of them blobs.</summary>
internal static class OciLayout
{
    public const string Index = "index.json";

    private const int MostLayers = 512;
    private const int MostDepth = 4;

    /// <summary>Null if it leads to no image.</summary>
    public static ArchivedImage? Read(ArchiveMembers members)
    {
        using var index = members.Document(Index);
        if (index is null || Choose(members, index.RootElement, null, 0) is not { } chosen)
        {
            return null;
        }

        using var manifest = members.Document(Blob(chosen.Digest));
        if (manifest is null)
        {
            return null;
        }

        var problems = new List<string>();
        if (chosen.Others > 0)
        {
            problems.Add($"the archive holds {chosen.Others + 1} images; this is the one {(chosen.Platform is null ? "that comes first" : $"for {chosen.Platform}")}");
        }

        var layers = new List<LayerBlob>();
        foreach (var layer in manifest.RootElement.Items("layers").Take(MostLayers))
        {
            var digest = layer.Text("digest") ?? "";
            if (layer.Text("mediaType") is { } type && type.Contains("encrypted", StringComparison.Ordinal))
            {
                problems.Add($"the layer {digest} is encrypted");
            }
            else if (members.Layer(Blob(digest)) is { } blob)
            {
                layers.Add(blob);
            }
            else
            {
                problems.Add($"the layer {digest} is not in the archive");
            }
        }

        var config = manifest.RootElement.Member("config")?.Text("digest") ?? "";
        return new ArchivedImage(chosen.Reference, chosen.Digest, members.Document(Blob(config)), layers, problems);
    }

    private static string Blob(string digest) => "blobs/" + digest.Replace(':', '/');

    // Of several platforms this machine's; attestations are no images.
    private static (string Digest, string? Reference, string? Platform, int Others)? Choose(ArchiveMembers members, JsonElement index, string? reference, int depth)
    {
        var images = index.Items("manifests").Where(entry => entry.Text("digest") is not null && !IsAttestation(entry)).ToList();
        var chosen = images.Find(IsOurs) is { ValueKind: JsonValueKind.Object } ours ? ours : images.Count > 0 ? images[0] : default;
        if (chosen.Text("digest") is not { } digest)
        {
            return null;
        }

        var name = Name(chosen) ?? reference;
        if (chosen.Text("mediaType") is { } type && (type.EndsWith("image.index.v1+json", StringComparison.Ordinal) || type.EndsWith("manifest.list.v2+json", StringComparison.Ordinal)))
        {
            using var inner = depth < MostDepth ? members.Document(Blob(digest)) : null;
            return inner is null ? null : Choose(members, inner.RootElement, name, depth + 1);
        }

        var platform = chosen.Member("platform");
        return (digest, name, platform?.Text("architecture") is { } architecture ? $"{platform.Value.Text("os")}/{architecture}" : null, images.Count - 1);
    }

    private static bool IsAttestation(JsonElement entry) =>
        entry.Member("annotations")?.Text("vnd.docker.reference.type") is not null || entry.Member("platform")?.Text("architecture") == "unknown";

    private static bool IsOurs(JsonElement entry) => entry.Member("platform") is { } platform && platform.Text("os") == "linux"
        && platform.Text("architecture") == (RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "amd64");

    // Written by docker and containerd, or by everybody else.
    private static string? Name(JsonElement entry) => entry.Member("annotations") is { } annotations
        ? annotations.Text("io.containerd.image.name") ?? annotations.Text("org.opencontainers.image.ref.name")
        : null;
}
