using System.Buffers;
using System.Text.Json.Nodes;
using DebugDeck.Practice.Objects;

namespace DebugDeck.Practice.Api.Reading;

/// <summary>Only the metadata of objects.</summary>
internal sealed class MetadataFormat : IObjectFormat
{
    public ReadOnlyMemory<byte> ListStart(JsonObject metadata) =>
        ListHead.Of("PartialObjectMetadataList", "meta.k8s.io/v1", metadata, "items");

    public void WriteItem(IBufferWriter<byte> output, StoredObject value) => WriteSingle(output, value);

    public void WriteSingle(IBufferWriter<byte> output, StoredObject value)
    {
        output.Write("""{"kind":"PartialObjectMetadata","apiVersion":"meta.k8s.io/v1","""u8);
        output.Write(value.Body.Span[..value.MetadataLength]);
        output.Write("}"u8);
    }
}
