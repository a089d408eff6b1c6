using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DebugDeck.Practice.Api.Tables;
using DebugDeck.Practice.Objects;

namespace DebugDeck.Practice.Api.Reading;

/// <summary>Rows of cells. <c>includeObject</c> says how much of the object comes with each row.</summary>
internal sealed class TableFormat(ResourceKind kind, string includeObject, TimeProvider time) : IObjectFormat
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly MetadataFormat Metadata = new();

    private readonly Table _table = Table.For(kind);
    private bool _columnsSent;

    public ReadOnlyMemory<byte> ListStart(JsonObject metadata) =>
        ListHead.Of("Table", "meta.k8s.io/v1", metadata, "rows", _table.ColumnDefinitions());

    public void WriteItem(IBufferWriter<byte> output, StoredObject value)
    {
        using var writer = new Utf8JsonWriter(output, Options);
        var row = _table.Row(value.ToTree(), time.GetUtcNow());
        writer.WriteStartObject();
        foreach (var (name, part) in row)
        {
            writer.WritePropertyName(name);
            part!.WriteTo(writer);
        }

        writer.WritePropertyName("object");
        WriteObject(writer, value);
        writer.WriteEndObject();
    }

    /// <summary>A table of one row. In a watch only the first one says what the columns are.</summary>
    public void WriteSingle(IBufferWriter<byte> output, StoredObject value)
    {
        var metadata = new JsonObject { ["resourceVersion"] = value.Version.ToString(CultureInfo.InvariantCulture) };
        var columns = _columnsSent ? null : _table.ColumnDefinitions();
        _columnsSent = true;
        output.Write(ListHead.Of("Table", "meta.k8s.io/v1", metadata, "rows", columns).Span);
        WriteItem(output, value);
        output.Write(IObjectFormat.ListEnd.Span);
    }

    private void WriteObject(Utf8JsonWriter writer, StoredObject value)
    {
        if (includeObject == "None")
        {
            writer.WriteNullValue();
            return;
        }

        var json = new ArrayBufferWriter<byte>(value.Body.Length + 128);
        IObjectFormat format = includeObject == "Object" ? new ObjectFormat(kind) : Metadata;
        format.WriteSingle(json, value);
        writer.WriteRawValue(json.WrittenSpan, skipInputValidation: true);
    }
}
