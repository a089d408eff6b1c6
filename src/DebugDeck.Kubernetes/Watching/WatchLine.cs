using System.Buffers;
using System.Text.Json;
using DebugDeck.Kubernetes.Connection;
using DebugDeck.Kubernetes.Pods;

namespace DebugDeck.Kubernetes.Watching;

/// <summary>One line of a pod watch, parsed once.</summary>
internal abstract record WatchLine
{
    private WatchLine()
    {
    }

    /// <summary>A pod was added or modified.</summary>
    internal sealed record Changed(PodDocument Pod) : WatchLine;

    /// <summary>A pod is gone.</summary>
    internal sealed record Deleted(PodDocument Pod) : WatchLine;

    /// <summary>Everything up to this version has been sent; with <paramref name="InitialEnd"/> the first state is complete.</summary>
    internal sealed record Bookmark(string ResourceVersion, bool InitialEnd) : WatchLine;

    /// <summary>The watch cannot go on; 410 means that its version is too old and only a new list helps.</summary>
    internal sealed record Failed(int Code, string Message) : WatchLine;

    /// <exception cref="JsonException">The line is not an event: it was cut.</exception>
    public static WatchLine? Parse(in ReadOnlySequence<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        string? type = null;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8))
            {
                reader.Read();
                type = reader.GetString();
            }
            else if (reader.ValueTextEquals("object"u8))
            {
                // Servers write the type first, so the object can be read as what it is without a second pass.
                reader.Read();
                return ParseObject(type, ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return null;
    }

    private static WatchLine? ParseObject(string? type, ref Utf8JsonReader reader)
    {
        switch (type)
        {
            case "ADDED" or "MODIFIED":
                return new Changed(JsonSerializer.Deserialize(ref reader, PodJson.Default.PodDocument)!);
            case "DELETED":
                return new Deleted(JsonSerializer.Deserialize(ref reader, PodJson.Default.PodDocument)!);
            case "BOOKMARK":
                var metadata = JsonSerializer.Deserialize(ref reader, PodJson.Default.PodDocument)!.Metadata;
                return new Bookmark(metadata.ResourceVersion, metadata.Annotations?.GetValueOrDefault("k8s.io/initial-events-end") == "true");
            case "ERROR":
                var status = JsonSerializer.Deserialize(ref reader, ConnectionJson.Default.StatusDocument)!;
                return new Failed(status.Code ?? 0, status.Message ?? "the watch ended with an error");
            default:
                return null;
        }
    }
}
