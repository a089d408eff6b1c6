using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using DebugDeck.Practice.Containers;
using DebugDeck.Practice.Lifecycle;
using DebugDeck.Practice.Network.Endpoints;
using DebugDeck.Practice.Network.Scripted;

namespace DebugDeck.Practice.Worlds;

/// <summary>The Kubernetes objects of a world.</summary>
internal sealed class WorldObjects(WorldDefinition world, WorldAuthorities authorities, TimeProvider clock)
{
    private const string Domain = "svc.cluster.local";
    private static readonly TimeSpan Age = TimeSpan.FromHours(2);
    private readonly Dictionary<(string Namespace, string Pod), WorkloadDefinition> _pods = [];

    /// <summary>How a container's program lives; null to ask its image.</summary>
    public LifeScript? ScriptOf(string inNamespace, string pod, string container) =>
        _pods.GetValueOrDefault((inNamespace, pod))?.Lives.GetValueOrDefault(container);

    public string? UnschedulableReason(JsonObject pod) =>
        _pods.GetValueOrDefault(((string)pod["metadata"]!["namespace"]!, (string)pod["metadata"]!["name"]!))?.Unschedulable;

    /// <summary>The scripted network with a name for each service.</summary>
    public NetworkScript NetworkWithServices()
    {
        var services = world.Objects.Where(entry => entry.Resource == "services").Select(entry => entry.Value)
            .Where(service => (string?)service["spec"]?["clusterIP"] is not (null or "None"))
            .Select(service => new DnsEntry
            {
                Name = $"{service["metadata"]!["name"]}.{service["metadata"]!["namespace"]}.{Domain}",
                A = [(string)service["spec"]!["clusterIP"]!],
            });
        return world.Network with { Names = [.. world.Network.Names, .. services] };
    }

    public void PutAll(IClusterState cluster)
    {
        cluster.Put("nodes", NodeObject.Make(clock));
        foreach (var (name, body) in world.Namespaces)
        {
            cluster.Put("namespaces", new JsonObject
            {
                ["metadata"] = new JsonObject { ["name"] = name, ["labels"] = body["labels"]?.DeepClone() ?? new JsonObject() },
            });
            Put(cluster, "configmaps", new JsonObject
            {
                ["metadata"] = new JsonObject { ["name"] = "kube-root-ca.crt", ["namespace"] = name },
                ["data"] = new JsonObject { ["ca.crt"] = authorities.PrivateBundle },
            });
        }

        foreach (var (resource, value) in world.Objects)
        {
            var text = value.ToJsonString()
                .Replace("{private-ca}", Json(authorities.PrivateBundle), StringComparison.Ordinal)
                .Replace("{public-ca}", Json(authorities.PublicBundle), StringComparison.Ordinal);
            Put(cluster, resource, (JsonObject)JsonNode.Parse(text)!);
        }

        foreach (var workload in world.Workloads)
        {
            PutWorkload(cluster, workload);
        }
    }

    private static string Json(string text) => text.Replace("\n", "\\n", StringComparison.Ordinal);

    private static void Put(IClusterState cluster, string resource, JsonObject value) => cluster.Put(resource, value);

    private void PutWorkload(IClusterState cluster, WorkloadDefinition workload)
    {
        var labels = new Dictionary<string, string>(workload.Labels);
        labels.TryAdd("app", workload.Name);
        JsonObject? owner = null;
        var prefix = workload.Name;
        if (workload.Kind != "Pod")
        {
            var controller = Controller(workload, workload.Kind, workload.Name, labels);
            cluster.Put(Resource(workload.Kind), controller);
            owner = Reference(cluster, workload.Kind, workload.Namespace, workload.Name);
        }

        if (workload.Kind == "Deployment")
        {
            var hash = Suffix(workload.Namespace + workload.Name, 10);
            labels["pod-template-hash"] = hash;
            prefix = $"{workload.Name}-{hash}";
            var replicaSet = Controller(workload, "ReplicaSet", prefix, labels);
            replicaSet["metadata"]!["ownerReferences"] = new JsonArray(owner!);
            cluster.Put("replicasets", replicaSet);
            owner = Reference(cluster, "ReplicaSet", workload.Namespace, prefix);
        }

        for (var i = 0; i < (workload.Kind == "Pod" ? 1 : workload.Replicas); i++)
        {
            var name = workload.Kind switch
            {
                "Pod" => workload.Name,
                "StatefulSet" => string.Create(CultureInfo.InvariantCulture, $"{prefix}-{i}"),
                _ => $"{prefix}-{Suffix(string.Create(CultureInfo.InvariantCulture, $"{workload.Namespace}{prefix}{i}"), 5)}",
            };
            _pods[(workload.Namespace, name)] = workload;
            cluster.Put("pods", Pod(workload, name, labels, (JsonObject?)owner?.DeepClone()));
        }
    }

    private JsonObject Pod(WorkloadDefinition workload, string name, Dictionary<string, string> labels, JsonObject? owner)
    {
        var metadata = new JsonObject
        {
            ["name"] = name,
            ["namespace"] = workload.Namespace,
            ["labels"] = Map(labels),
            ["creationTimestamp"] = PodStatus.Timestamp(clock.GetUtcNow() - Age),
        };
        if (workload.Annotations.Count > 0)
        {
            metadata["annotations"] = Map(workload.Annotations);
        }

        if (owner is not null)
        {
            metadata["ownerReferences"] = new JsonArray(owner);
        }

        var spec = (JsonObject)workload.Pod.DeepClone();
        if (workload.Kind == "Job")
        {
            spec["restartPolicy"] ??= "Never";
        }

        return new JsonObject { ["metadata"] = metadata, ["spec"] = spec };
    }

    private JsonObject Controller(WorkloadDefinition workload, string kind, string name, Dictionary<string, string> labels)
    {
        var spec = new JsonObject
        {
            ["selector"] = new JsonObject { ["matchLabels"] = Map(labels) },
            ["template"] = new JsonObject { ["metadata"] = new JsonObject { ["labels"] = Map(labels) }, ["spec"] = workload.Pod.DeepClone() },
        };
        if (kind is not ("DaemonSet" or "Job"))
        {
            spec["replicas"] = workload.Replicas;
        }

        return new JsonObject
        {
            ["metadata"] = new JsonObject
            {
                ["name"] = name,
                ["namespace"] = workload.Namespace,
                ["labels"] = Map(labels),
                ["creationTimestamp"] = PodStatus.Timestamp(clock.GetUtcNow() - Age),
            },
            ["spec"] = spec,
            ["status"] = new JsonObject { ["replicas"] = workload.Replicas },
        };
    }

    private static JsonObject Reference(IClusterState cluster, string kind, string inNamespace, string name) => new()
    {
        ["apiVersion"] = kind == "Job" ? "batch/v1" : "apps/v1",
        ["kind"] = kind,
        ["name"] = name,
        ["uid"] = (string?)cluster.Find(new ObjectKey(Resource(kind), inNamespace, name))?["metadata"]?["uid"] ?? "",
        ["controller"] = true,
        ["blockOwnerDeletion"] = true,
    };

    private static string Resource(string kind) => kind.ToLowerInvariant() + "s";

    private static JsonObject Map(IReadOnlyDictionary<string, string> values) =>
        new(values.Select(entry => KeyValuePair.Create<string, JsonNode?>(entry.Key, entry.Value)));

    // Kubernetes leaves out letters that could make words.
    private static string Suffix(string seed, int length)
    {
        const string alphabet = "bcdfghjklmnpqrstvwxz2456789";
        return string.Concat(SHA256.HashData(Encoding.UTF8.GetBytes(seed)).Take(length).Select(b => alphabet[b % alphabet.Length]));
    }
}
