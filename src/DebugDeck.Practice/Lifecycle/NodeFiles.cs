using System.Text.Json.Nodes;
using DebugDeck.Practice.Containers;
using DebugDeck.Practice.Files;
using DebugDeck.Practice.Network;
using DebugDeck.Practice.Processes;

namespace DebugDeck.Practice.Lifecycle;

/// <summary>The files that the kubelet mounts into every container.</summary>
internal static class NodeFiles
{
    private const string AccountFolder = "/var/run/secrets/kubernetes.io/serviceaccount";

    public static void Mount(Machine machine, JsonObject pod, PodNetwork network, IClusterState cluster)
    {
        var metadata = pod["metadata"]!;
        var name = (string)metadata["name"]!;
        File(machine, "/etc/hostname", machine.Hostname + "\n");
        File(machine, "/etc/hosts",
            "# Kubernetes-managed hosts file.\n127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost ip6-loopback\n"
            + $"{network.Address}\t{name}\n{Aliases((JsonObject)pod["spec"]!)}");
        File(machine, "/etc/resolv.conf", ResolvConf.For(pod));
        if ((bool?)pod["spec"]?["automountServiceAccountToken"] == false)
        {
            return;
        }

        var account = new TreeFolder(0b001_111_111_111) { Mount = new Mount("tmpfs", "tmpfs", ReadOnly: true) };
        account.Put("namespace", new FileNode(new BytesContent((string)metadata["namespace"]!)));
        account.Put("token", new FileNode(new BytesContent("practice-token-" + (string?)metadata["uid"])));
        var authority = cluster.Find(new ObjectKey("configmaps", (string)metadata["namespace"]!, "kube-root-ca.crt"));
        account.Put("ca.crt", new FileNode(new BytesContent((string?)authority?["data"]?["ca.crt"] ?? "")));
        MachineAssembly.MountAt(machine, AccountFolder, account);
    }

    private static string Aliases(JsonObject spec) => string.Concat(
        (spec["hostAliases"] as JsonArray ?? []).OfType<JsonObject>().Select(alias => $"{alias["ip"]}\t{string.Join('\t', (alias["hostnames"] as JsonArray ?? []).Select(host => (string)host!))}\n"));

    private static void File(Machine machine, string path, string text)
    {
        MachineAssembly.MountAt(machine, path, new FileNode(new BytesContent(text)));
        machine.Mounts.Add((path, new Mount("/dev/vda1", "ext4")));
    }
}
