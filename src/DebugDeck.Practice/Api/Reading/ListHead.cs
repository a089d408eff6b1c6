using System.Text.Json.Nodes;

namespace DebugDeck.Practice.Api.Reading;

/// <summary>The beginning of a list.</summary>
internal static class ListHead
{
    /// <summary>A list up to and with the bracket that opens its items.</summary>
    public static ReadOnlyMemory<byte> Of(string kind, string apiVersion, JsonObject metadata, string items, JsonArray? columns = null)
    {
        var head = new JsonObject { ["kind"] = kind, ["apiVersion"] = apiVersion, ["metadata"] = metadata.DeepClone() };
        if (columns is not null)
            head["columnDefinitions"] = columns;
        head[items] = new JsonArray();
        return Responses.ToUtf8(head)[..^2];
    }
}
