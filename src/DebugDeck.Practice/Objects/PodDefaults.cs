using System.Text.Json.Nodes;

namespace DebugDeck.Practice.Objects;

/// <summary>
/// The defaults of a pod's spec. Clients rely on them: <c>kubectl debug</c> dereferences <c>spec.securityContext</c> without looking.
/// </summary>
internal static class PodDefaults
{
    public static void Apply(JsonObject pod)
    {
        var spec = ObjectDefaults.Child(pod, "spec");
        spec["restartPolicy"] ??= "Always";
        spec["terminationGracePeriodSeconds"] ??= 30;
        spec["dnsPolicy"] ??= "ClusterFirst";
        spec["serviceAccountName"] ??= "default";
        spec["serviceAccount"] ??= (string)spec["serviceAccountName"]!;
        spec["securityContext"] ??= new JsonObject();
        spec["schedulerName"] ??= "default-scheduler";
        spec["enableServiceLinks"] ??= true;
        foreach (var list in new[] { "containers", "initContainers" })
        {
            foreach (var container in Items(spec, list))
                ApplyToContainer(container);
        }

        ApplyToEphemeral(spec);
        var status = ObjectDefaults.Child(pod, "status");
        status["phase"] ??= "Pending";
        status["qosClass"] ??= QualityOfService(spec);
    }

    /// <summary>The defaults of ephemeral containers, which come with a later patch.</summary>
    public static void ApplyToEphemeral(JsonObject spec)
    {
        foreach (var container in Items(spec, "ephemeralContainers"))
            ApplyToContainer(container);
    }

    private static void ApplyToContainer(JsonObject container)
    {
        container["resources"] ??= new JsonObject();
        container["terminationMessagePath"] ??= "/dev/termination-log";
        container["terminationMessagePolicy"] ??= "File";
        container["imagePullPolicy"] ??= PullPolicy(container["image"]?.ToString() ?? "");
        foreach (var port in Items(container, "ports"))
            port["protocol"] ??= "TCP";
    }

    /// <summary>A tag of "latest", said or meant, is pulled every time.</summary>
    private static string PullPolicy(string image)
    {
        var name = image[(image.LastIndexOf('/') + 1)..];
        return name.EndsWith(":latest", StringComparison.Ordinal) || !(name.Contains(':') || name.Contains('@')) ? "Always" : "IfNotPresent";
    }

    private static string QualityOfService(JsonObject spec)
    {
        var containers = Items(spec, "containers").Concat(Items(spec, "initContainers")).Select(container => container["resources"]).ToList();
        if (containers.All(resources => resources is not JsonObject { Count: > 0 }))
            return "BestEffort";
        return containers.All(resources => resources?["limits"]?["cpu"] is not null && resources["limits"]?["memory"] is not null
            && (resources["requests"] is null || JsonNode.DeepEquals(resources["requests"], resources["limits"]))) ? "Guaranteed" : "Burstable";
    }

    private static IEnumerable<JsonObject> Items(JsonObject parent, string name)
    {
        return parent[name] is JsonArray items ? items.OfType<JsonObject>() : [];
    }
}
