using System.Globalization;
using System.Text.Json.Nodes;

namespace DebugDeck.Practice.Objects;

/// <summary>Fills in what the API server fills in when an object is created.</summary>
internal static class ObjectDefaults
{
    public static void Apply(ResourceKind kind, JsonObject tree, DateTimeOffset now)
    {
        tree["kind"] = kind.Kind;
        tree["apiVersion"] = kind.ApiVersion;
        var metadata = tree["metadata"] as JsonObject ?? throw new ArgumentException($"a {kind.Kind} without metadata");
        if (!kind.Namespaced)
            metadata.Remove("namespace");
        metadata["uid"] ??= Guid.NewGuid().ToString();
        metadata["creationTimestamp"] ??= Timestamp(now);
        if (tree.ContainsKey("spec") && kind.Plural != "namespaces")
            metadata["generation"] ??= 1;
        if (kind == ResourceCatalog.Pods)
            PodDefaults.Apply(tree);
        if (kind == ResourceCatalog.Namespaces)
        {
            Child(metadata, "labels")["kubernetes.io/metadata.name"] = (string)metadata["name"]!;
            Child(tree, "status")["phase"] ??= "Active";
        }
    }

    public static string Timestamp(DateTimeOffset time)
    {
        return time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }

    public static JsonObject Child(JsonObject parent, string name)
    {
        if (parent[name] is not JsonObject child)
            parent[name] = child = [];
        return child;
    }
}
