using System.Globalization;
using System.Text.Json.Nodes;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Debugging.Planning;

namespace DebugDeck.Kubernetes.Planning;

/// <summary>
/// The strategic merge patch that adds a debug container: it names only the new one, and the server merges the list by name. A JSON merge patch would
/// replace the list.
/// </summary>
internal static class EphemeralPatch
{
    /// <param name="name">The new container's name.</param>
    /// <param name="facts">The pod and the target.</param>
    /// <param name="image">The toolbox' image.</param>
    /// <param name="security">What is asked for it.</param>
    /// <param name="limit">After how long it ends itself.</param>
    /// <param name="startedBy">user@machine.</param>
    public static string Write(string name, PodFacts facts, string image, DebugSecurity? security, TimeSpan limit, string startedBy)
    {
        var container = new JsonObject
        {
            ["name"] = name,
            ["image"] = image,
            // A toolbox that is on the node already starts at once, and without the registry; what is in it hardly changes.
            ["imagePullPolicy"] = "IfNotPresent",
            ["targetContainerName"] = facts.Container,
            // It joins a process namespace that has its first process, so a plain sleep ends on any signal.
            ["command"] = Words("sh", "-c", KubernetesExpansion.Escape(DebugScripts.Sleeper(limit, isFirstProcess: false))),
            ["env"] = Environment(facts.Container, limit, startedBy),
            ["stdin"] = false,
            ["tty"] = false,
            ["terminationMessagePolicy"] = "File",
        };
        if (SecurityJson.Write(security) is { } context)
        {
            container["securityContext"] = context;
        }

        return new JsonObject { ["spec"] = new JsonObject { ["ephemeralContainers"] = new JsonArray(container) } }.ToJsonString(ManifestJson.Compact);
    }

    /// <summary>What makes a debug container known as ours, and for how long.</summary>
    private static JsonArray Environment(string target, TimeSpan limit, string startedBy) => new(
        Variable(DebugContainers.StartedBy, startedBy),
        Variable(DebugContainers.TimeLimit, Seconds(limit)),
        Variable(DebugContainers.Target, target));

    /// <summary>Words of a command.</summary>
    public static JsonArray Words(params IEnumerable<string> words) => new([.. words.Select(word => (JsonNode)JsonValue.Create(word)!)]);

    public static string Seconds(TimeSpan limit) => Math.Max(1, (long)Math.Ceiling(limit.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    // A value is expanded like a command: $(NAME) in a user's name would be replaced.
    private static JsonObject Variable(string name, string value) => new() { ["name"] = name, ["value"] = KubernetesExpansion.Escape(value) };
}
