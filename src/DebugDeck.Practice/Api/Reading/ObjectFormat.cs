using System.Buffers;
using System.Text.Json.Nodes;
using DebugDeck.Practice.Objects;

namespace DebugDeck.Practice.Api.Reading;

/// <summary>The objects as they are kept: nothing is written anew.</summary>
internal sealed class ObjectFormat(ResourceKind kind) : IObjectFormat
{
    public ReadOnlyMemory<byte> ListStart(JsonObject metadata) => ListHead.Of($"{kind.Kind}List", kind.ApiVersion, metadata, "items");

    public void WriteItem(IBufferWriter<byte> output, StoredObject value)
    {
        output.Write("{"u8);
        output.Write(value.Body.Span);
    }

    public void WriteSingle(IBufferWriter<byte> output, StoredObject value)
    {
        output.Write(kind.Preamble.Span);
        output.Write(value.Body.Span);
    }
}
