using System.Globalization;
using System.Text.Json.Nodes;
using DebugDeck.Practice.Containers;
using DebugDeck.Practice.Files;
using DebugDeck.Practice.Network;
using DebugDeck.Practice.Processes;
using DebugDeck.Practice.Worlds;
using DebugDeck.Practice.Worlds.Families;

namespace DebugDeck.Practice.Lifecycle;

/// <summary>Makes the first process of a container out of a pod's spec and an image.</summary>
internal sealed class ContainerFactory(IClusterState cluster, TimeProvider clock, FamilyCatalog families)
{
    /// <exception cref="ContainerConfigException">The specification asks for what is not there.</exception>
    public Process Create(
        JsonObject pod, ContainerSlot slot, ImageDefinition image, PidNamespace pids, PodNetwork network, PodVolumes volumes, string id)
    {
        var podSpec = (JsonObject)pod["spec"]!;
        var settings = SecuritySettings.Of(podSpec, slot.Spec);
        var root = families.Build(image);
        var who = ContainerIdentity.Resolve(settings, image.User, Text(root, "passwd"), Text(root, "group"));
        var environment = Environment(pod, slot, image, root, who);
        var metadata = pod["metadata"]!;
        var machine = MachineAssembly.Assemble(
            root,
            (string?)podSpec["hostname"] ?? (string)metadata["name"]!,
            pids,
            network,
            clock,
            $"/kubelet.slice/kubelet-kubepods.slice/kubelet-kubepods-besteffort.slice/kubelet-kubepods-besteffort-pod{((string?)metadata["uid"])?.Replace('-', '_')}.slice/cri-containerd-{id}.scope",
            settings.ReadOnlyRoot);
        volumes.Mount(machine, slot.Spec);
        NodeFiles.Mount(machine, pod, network, cluster);

        var command = Words(slot.Spec["command"], environment);
        var arguments = Words(slot.Spec["args"], environment);
        List<string> commandLine = command.Count > 0 ? [.. command, .. arguments]
            : [.. image.Entrypoint, .. arguments.Count > 0 ? arguments : image.Command];
        if (commandLine.Count == 0)
        {
            throw new ContainerConfigException("no command specified");
        }

        return new Process
        {
            Machine = machine,
            Credentials = who,
            CommandLine = commandLine,
            Environment = environment,
            Root = root,
            WorkingDirectory = Folder(root, (string?)slot.Spec["workingDir"] ?? image.WorkingDirectory),
            StartedAt = clock.GetUtcNow(),
        };
    }

    private static FolderNode Folder(TreeFolder root, string path) =>
        path.Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate((FolderNode)root, (folder, name) => folder.Find(name) as FolderNode ?? folder);

    private static string Text(TreeFolder root, string name)
    {
        if ((root.Find("etc") as FolderNode)?.Find(name) is not FileNode file)
        {
            return "";
        }

        using var reader = new StreamReader(file.Content.Open());
        return reader.ReadToEnd();
    }

    private Dictionary<string, string> Environment(JsonObject pod, ContainerSlot slot, ImageDefinition image, TreeFolder root, Credentials who)
    {
        var values = new Dictionary<string, string>
        {
            ["PATH"] = ProgramPath.Default,
            ["HOSTNAME"] = (string)pod["metadata"]!["name"]!,
        };
        foreach (var (name, value) in image.Environment)
        {
            values[name] = value;
        }

        foreach (var entry in (slot.Spec["env"] as JsonArray ?? []).OfType<JsonObject>())
        {
            values[(string)entry["name"]!] = entry["valueFrom"] is JsonObject source
                ? new EnvironmentSource(cluster, pod).Read(source) ?? ""
                : VariableExpansion.Expand((string?)entry["value"] ?? "", values);
        }

        values["KUBERNETES_SERVICE_HOST"] = "10.96.0.1";
        values["KUBERNETES_SERVICE_PORT"] = "443";
        values.TryAdd("HOME", Account.Parse(Text(root, "passwd")).FirstOrDefault(account => account.Uid == who.Uid)?.Home ?? "/");
        return values;
    }

    private static List<string> Words(JsonNode? list, IReadOnlyDictionary<string, string> environment) =>
        [.. (list as JsonArray ?? []).Select(item => VariableExpansion.Expand(Convert.ToString(item, CultureInfo.InvariantCulture) ?? "", environment))];
}
