using System.Text.Json.Nodes;
using DebugDeck.Practice.Containers;
using DebugDeck.Practice.Files;
using DebugDeck.Practice.Processes;

namespace DebugDeck.Practice.Lifecycle;

/// <summary>The volumes of a pod; its containers share them.</summary>
internal sealed class PodVolumes
{
    private readonly Dictionary<string, TreeFolder> _volumes = [];
    private readonly List<string> _missing = [];

    public PodVolumes(JsonObject pod, IClusterState cluster)
    {
        var inNamespace = (string)pod["metadata"]!["namespace"]!;
        foreach (var volume in (pod["spec"]?["volumes"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var name = (string)volume["name"]!;
            if (volume["configMap"] is JsonObject map)
            {
                _volumes[name] = OfObject(cluster, new ObjectKey("configmaps", inNamespace, (string?)map["name"] ?? ""), map, $"configmap \"{map["name"]}\" not found");
            }
            else if (volume["secret"] is JsonObject secret)
            {
                _volumes[name] = OfObject(cluster, new ObjectKey("secrets", inNamespace, (string?)secret["secretName"] ?? ""), secret, $"secret \"{secret["secretName"]}\" not found");
            }
            else
            {
                _volumes[name] = new TreeFolder(0b111_111_111) { Mount = new Mount("/dev/vda1", "ext4") };
            }
        }
    }

    /// <summary>Why the pod's volumes cannot be mounted; null if they can.</summary>
    public string? Missing => _missing.Count == 0 ? null : string.Join(", ", _missing);

    /// <summary>Mounts what the container asks for.</summary>
    public void Mount(Machine machine, JsonObject container)
    {
        foreach (var mount in (container["volumeMounts"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (!_volumes.TryGetValue((string?)mount["name"] ?? "", out var volume) || (string?)mount["mountPath"] is not { } path)
            {
                continue;
            }

            if ((string?)mount["subPath"] is { } part)
            {
                MachineAssembly.MountAt(machine, path, Part(volume, part));
                continue;
            }

            // Each container sees the same files through a directory of its own, which knows where it is.
            var view = new SharedFolder(volume) { Mount = volume.Mount! with { ReadOnly = volume.Mount.ReadOnly || (bool?)mount["readOnly"] == true } };
            MachineAssembly.MountAt(machine, path, view);
        }
    }

    private static Node Part(TreeFolder volume, string part)
    {
        if (volume.Find(part) is { } found)
        {
            return found is LinkNode && (volume.Find("..data") as FolderNode)?.Find(part) is { } file ? file : found;
        }

        var made = new TreeFolder(0b111_111_111);
        volume.Put(part, made);
        return made;
    }

    // A mounted ConfigMap is a directory of links into "..data", so that an update replaces all files at once.
    private TreeFolder OfObject(IClusterState cluster, ObjectKey key, JsonObject source, string missing)
    {
        var folder = new TreeFolder(0b111_111_111) { Mount = new Mount("tmpfs", "tmpfs", ReadOnly: true) };
        if (cluster.Find(key) is not { } found)
        {
            if ((bool?)source["optional"] != true)
            {
                _missing.Add(missing);
            }

            return folder;
        }

        var data = new TreeFolder(0b111_101_101);
        folder.Put("..data", data);
        foreach (var (name, value) in found["data"] as JsonObject ?? [])
        {
            var text = (string?)value ?? "";
            data.Put(name, new FileNode(key.Resource == "secrets" ? new BytesContent(Convert.FromBase64String(text)) : new BytesContent(text)));
            folder.Put(name, new LinkNode("..data/" + name));
        }

        return folder;
    }
}
