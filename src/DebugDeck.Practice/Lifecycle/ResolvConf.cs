using System.Text;
using System.Text.Json.Nodes;

namespace DebugDeck.Practice.Lifecycle;

/// <summary>The <c>resolv.conf</c> that a pod's <c>dnsPolicy</c> and <c>dnsConfig</c> lead to.</summary>
internal static class ResolvConf
{
    public const string ClusterServer = "10.96.0.10";
    public const string NodeServer = "192.0.2.53";

    public static string For(JsonObject pod)
    {
        var spec = pod["spec"]!;
        var inNamespace = (string)pod["metadata"]!["namespace"]!;
        var policy = (string?)spec["dnsPolicy"] ?? "ClusterFirst";
        var usesCluster = policy == "ClusterFirstWithHostNet" || (policy == "ClusterFirst" && (bool?)spec["hostNetwork"] != true);
        List<string> servers = policy == "None" ? [] : [usesCluster ? ClusterServer : NodeServer];
        List<string> searches = usesCluster ? [$"{inNamespace}.svc.cluster.local", "svc.cluster.local", "cluster.local"] : [];
        var options = new List<string>();
        if (usesCluster)
        {
            options.Add("ndots:5");
        }

        if (spec["dnsConfig"] is JsonObject own)
        {
            servers.AddRange(Texts(own["nameservers"]));
            searches.AddRange(Texts(own["searches"]));
            foreach (var option in (own["options"] as JsonArray ?? []).OfType<JsonObject>())
            {
                var (name, value) = ((string)option["name"]!, (string?)option["value"]);
                options.RemoveAll(known => known == name || known.StartsWith(name + ":", StringComparison.Ordinal));
                options.Add(value is null ? name : $"{name}:{value}");
            }
        }

        var text = new StringBuilder();
        text.Append(searches.Count > 0 ? $"search {string.Join(' ', searches)}\n" : "");
        text.AppendJoin("", servers.Select(server => $"nameserver {server}\n"));
        text.Append(options.Count > 0 ? $"options {string.Join(' ', options)}\n" : "");
        return text.ToString();
    }

    private static IEnumerable<string> Texts(JsonNode? list) => (list as JsonArray ?? []).Select(item => (string)item!);
}
