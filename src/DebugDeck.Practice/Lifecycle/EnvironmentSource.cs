using System.Text;
using System.Text.Json.Nodes;
using DebugDeck.Practice.Containers;

namespace DebugDeck.Practice.Lifecycle;

/// <summary>Reads what <c>valueFrom</c> of an environment variable points to.</summary>
internal sealed class EnvironmentSource(IClusterState cluster, JsonObject pod)
{
    /// <exception cref="ContainerConfigException">The object or its key is missing.</exception>
    public string? Read(JsonObject source)
    {
        if (source["configMapKeyRef"] is JsonObject map)
        {
            return Key(map, "configmaps", "configmap", encoded: false);
        }

        if (source["secretKeyRef"] is JsonObject secret)
        {
            return Key(secret, "secrets", "secret", encoded: true);
        }

        return (string?)source["fieldRef"]?["fieldPath"] switch
        {
            "metadata.name" => (string?)pod["metadata"]?["name"],
            "metadata.namespace" => (string?)pod["metadata"]?["namespace"],
            "status.podIP" => (string?)pod["status"]?["podIP"],
            "spec.nodeName" => PodLife.Node,
            _ => null,
        };
    }

    private string? Key(JsonObject reference, string resource, string kind, bool encoded)
    {
        var name = (string?)reference["name"] ?? "";
        var inNamespace = (string)pod["metadata"]!["namespace"]!;
        var optional = (bool?)reference["optional"] == true;
        if (cluster.Find(new ObjectKey(resource, inNamespace, name)) is not { } found)
        {
            return optional ? null : throw new ContainerConfigException($"{kind} \"{name}\" not found");
        }

        var key = (string?)reference["key"] ?? "";
        return (string?)found["data"]?[key] is { } value
            ? encoded ? Encoding.UTF8.GetString(Convert.FromBase64String(value)) : value
            : optional ? null : throw new ContainerConfigException($"couldn't find key {key} in {(encoded ? "Secret" : "ConfigMap")} {inNamespace}/{name}");
    }
}
