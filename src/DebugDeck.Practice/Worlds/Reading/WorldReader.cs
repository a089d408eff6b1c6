using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace DebugDeck.Practice.Worlds.Reading;

/// <summary>Reads world files, version 1. Several files make one world together.</summary>
internal static class WorldReader
{
    /// <exception cref="WorldFileException">A file says what no world can be.</exception>
    public static WorldDefinition Read(IEnumerable<(string File, string Text)> files)
    {
        var world = new WorldDefinition();
        foreach (var (file, text) in files)
        {
            world = Join(world, Read(file, text));
        }

        return world;
    }

    private static WorldDefinition Read(string file, string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException e)
        {
            throw new WorldFileException(file, e.Start.Line, e.Start.Column, e.Message);
        }

        if (stream.Documents.Count == 0)
        {
            throw new WorldFileException(file, 1, 1, "the file is empty");
        }

        var root = new YamlMap(file, stream.Documents[0].RootNode);
        if (root.DemandText("version") != "1")
        {
            throw root.Error(root.Find("version"), "this program reads version 1");
        }

        var images = root.Map("images");
        var world = new WorldDefinition
        {
            Namespaces = root.Map("namespaces")?.Entries.ToDictionary(entry => entry.Key, entry => YamlJson.Of(entry.Value) as JsonObject ?? []) ?? [],
            Images = [.. images?.Entries.Select(entry => ImageReader.Read(entry.Key, images.Child(entry.Value))) ?? []],
            Workloads = [.. root.Maps("workloads").Select(Workload)],
            Objects = [.. root.Maps("objects").Select(Object)],
            Network = root.Map("network") is { } network ? NetworkReader.Read(network) : new(),
            Users = [.. root.Maps("users").Select(UserReader.Read)],
        };
        root.Finish();
        return world;
    }

    private static WorkloadDefinition Workload(YamlMap map)
    {
        var pod = map.Demand("pod");
        var lives = map.Map("life");
        var workload = new WorkloadDefinition
        {
            Name = map.DemandText("name"),
            Namespace = map.DemandText("namespace"),
            Kind = map.Text("kind") ?? "Deployment",
            Replicas = map.Number("replicas", 1),
            Labels = map.Dictionary("labels"),
            Annotations = map.Dictionary("annotations"),
            Unschedulable = map.Text("unschedulable"),
            Pod = YamlJson.Of(pod) as JsonObject ?? throw map.Error(pod, "'pod' is a pod's spec"),
            Lives = lives?.Entries.ToDictionary(entry => entry.Key, entry => LifeReader.Read(lives.Child(entry.Value))) ?? [],
        };
        if (workload.Pod["containers"] is not JsonArray { Count: > 0 })
        {
            throw map.Error(pod, "a pod has containers");
        }

        if (workload.Kind is not ("Pod" or "Deployment" or "StatefulSet" or "DaemonSet" or "Job"))
        {
            throw map.Error(map.Find("kind"), "'kind' is one of Pod, Deployment, StatefulSet, DaemonSet, Job");
        }

        map.Finish();
        return workload;
    }

    private static (string, JsonObject) Object(YamlMap map)
    {
        var value = map.Demand("object");
        var result = (map.DemandText("resource"), YamlJson.Of(value) as JsonObject ?? throw map.Error(value, "'object' is an object of Kubernetes"));
        map.Finish();
        return result;
    }

    private static WorldDefinition Join(WorldDefinition left, WorldDefinition right) => new()
    {
        Namespaces = left.Namespaces.Concat(right.Namespaces).GroupBy(entry => entry.Key).ToDictionary(group => group.Key, group => group.Last().Value),
        Images = [.. left.Images, .. right.Images],
        Workloads = [.. left.Workloads, .. right.Workloads],
        Objects = [.. left.Objects, .. right.Objects],
        Network = left.Network.Join(right.Network),
        Users = [.. left.Users, .. right.Users],
    };
}
