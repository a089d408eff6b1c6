using System.Globalization;
using System.Text.Json;
using DebugDeck.Core.Images.Archives;
using DebugDeck.Core.Targets.Details;

namespace DebugDeck.Core.Images;

/// <summary>An image's configuration as the OCI image specification writes it.</summary>
public static class ImageConfigFile
{
    private const int MostHistory = 1000;

    /// <param name="config">The document as it was stored.</param>
    /// <param name="reference">What the image is called.</param>
    /// <param name="digest">What it is remembered by.</param>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static ImageFacts Read(ReadOnlyMemory<byte> config, string reference, string digest)
    {
        using var document = JsonDocument.Parse(config);
        return Read(document.RootElement, reference, digest, null);
    }

    internal static ImageFacts Read(JsonElement config, string reference, string digest, long? size)
    {
        var settings = config.Member("config") ?? default;
        return new ImageFacts
        {
            Reference = reference,
            Digest = digest,
            Created = DateTimeOffset.TryParse(config.Text("created"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var created) ? created : null,
            SizeBytes = size,
            Os = config.Text("os") ?? "",
            Architecture = config.Text("architecture") ?? "",
            Variant = config.Text("variant") is { Length: > 0 } variant ? variant : null,
            User = settings.Text("User") ?? "",
            WorkingDirectory = settings.Text("WorkingDir") ?? "",
            Entrypoint = settings.Texts("Entrypoint"),
            Cmd = settings.Texts("Cmd"),
            Environment = settings.Texts("Env"),
            Labels = Labels(settings),
            History = [.. config.Items("history").Take(MostHistory).Select(step => step.Text("created_by") ?? "")],
            Layers = config.Member("rootfs")?.Items("diff_ids").Count(),
        };
    }

    private static Dictionary<string, string> Labels(JsonElement settings) => settings.Member("Labels")?.TextMembers() ?? [];
}
