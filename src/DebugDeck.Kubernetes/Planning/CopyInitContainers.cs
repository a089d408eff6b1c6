using System.Text.Json.Nodes;
using DebugDeck.Core.Targets;
using static DebugDeck.Kubernetes.Planning.PodFactsReader;

namespace DebugDeck.Kubernetes.Planning;

/// <summary>
/// Which init containers run again in a copy: those that prepare files for the target, because they share a volume with it that a new pod gets empty.
/// The others stay behind: a migration must not run twice.
/// </summary>
internal static class CopyInitContainers
{
    public static IReadOnlyList<JsonObject> Needed(PodFacts facts) => [.. Sharing(facts).Where(one => HasFinished(facts, one))];

    /// <summary>The names of those that share a volume, but have not got to their end in the target's pod either.</summary>
    public static IReadOnlyList<string> Unfinished(PodFacts facts) => [.. Sharing(facts).Where(one => !HasFinished(facts, one)).Select(one => Text(one["name"]))];

    private static IEnumerable<JsonObject> Sharing(PodFacts facts)
    {
        var spec = Object(facts.Json["spec"]);
        var empty = Items(spec["volumes"]).Where(volume => volume["emptyDir"] is not null).Select(volume => Text(volume["name"])).ToHashSet(StringComparer.Ordinal);
        var target = Items(spec["containers"]).Concat(Items(spec["initContainers"])).FirstOrDefault(one => Text(one["name"]) == facts.Container);
        var own = Mounts(target).Where(empty.Contains).ToHashSet(StringComparer.Ordinal);
        return Items(spec["initContainers"])
            .TakeWhile(one => facts.Role != ContainerRole.Init || Text(one["name"]) != facts.Container)
            .Where(one => Text(one["restartPolicy"]) != "Always" && Mounts(one).Any(own.Contains));
    }

    private static IEnumerable<string> Mounts(JsonObject? container) => Items(container?["volumeMounts"]).Select(mount => Text(mount["name"]));

    private static bool HasFinished(PodFacts facts, JsonObject container) =>
        Items(facts.Json["status"]?["initContainerStatuses"]).FirstOrDefault(one => Text(one["name"]) == Text(container["name"])) is { } status
        && status["state"]?["terminated"]?["exitCode"]?.GetValue<int>() == 0;
}
