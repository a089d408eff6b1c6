using System.Text.Json.Nodes;

namespace DebugDeck.Practice.Objects;

/// <summary>
/// One version of an object, kept as the UTF-8 JSON that goes over the wire: with 50,000 pods neither lists nor watches can afford
/// to write trees again and again. Only what selectors need is kept beside it.
/// </summary>
internal sealed class StoredObject(ResourceKind kind, string? inNamespace, string name)
{
    public ResourceKind Kind { get; } = kind;

    public string? Namespace { get; } = inNamespace;

    public string Name { get; } = name;

    /// <summary>The order of lists, as etcd keeps it.</summary>
    public string Path { get; } = PathOf(inNamespace, name);

    public required long Version { get; init; }

    /// <summary>The JSON of the object without <c>{</c>, kind and apiVersion: <c>"metadata":{…},…}</c>. Items of a list lack those two.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>How much of <see cref="Body"/> is the metadata member.</summary>
    public required int MetadataLength { get; init; }

    public required IReadOnlyDictionary<string, string> Labels { get; init; }

    /// <summary>The values of the kind's <see cref="ResourceKind.SelectableFields"/>, in that order.</summary>
    public required IReadOnlyList<string> Fields { get; init; }

    public static string PathOf(string? inNamespace, string name)
    {
        return inNamespace is null ? name : $"{inNamespace}/{name}";
    }

    /// <summary>A fresh tree that the caller may change.</summary>
    public JsonObject ToTree()
    {
        var json = new byte[Kind.Preamble.Length + Body.Length];
        Kind.Preamble.CopyTo(json);
        Body.CopyTo(json.AsMemory(Kind.Preamble.Length));
        return JsonNode.Parse(json)!.AsObject();
    }
}
