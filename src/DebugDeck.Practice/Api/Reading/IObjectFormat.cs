using System.Buffers;
using System.Text.Json.Nodes;
using DebugDeck.Practice.Objects;

namespace DebugDeck.Practice.Api.Reading;

/// <summary>How objects are put on the wire in one representation.</summary>
internal interface IObjectFormat
{
    /// <summary>Everything of a list up to its first item. <see cref="ListEnd"/> closes it.</summary>
    ReadOnlyMemory<byte> ListStart(JsonObject metadata);

    static ReadOnlyMemory<byte> ListEnd { get; } = "]}"u8.ToArray();

    /// <summary>One item of a list, without the comma.</summary>
    void WriteItem(IBufferWriter<byte> output, StoredObject value);

    /// <summary>An object by itself, as get answers and watches send it.</summary>
    void WriteSingle(IBufferWriter<byte> output, StoredObject value);
}
