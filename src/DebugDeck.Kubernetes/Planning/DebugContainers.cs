using System.Globalization;
using System.Text.Json.Nodes;
using DebugDeck.Kubernetes.Pods;
using static DebugDeck.Kubernetes.Planning.PodFactsReader;

namespace DebugDeck.Kubernetes.Planning;

/// <summary>The debug containers that a pod has already, whoever put them there.</summary>
internal static class DebugContainers
{
    /// <summary>Who started it: <c>user@machine</c>.</summary>
    public const string StartedBy = "DEBUGDECK_STARTED_BY";

    /// <summary>After how many seconds it ends itself.</summary>
    public const string TimeLimit = "DEBUGDECK_TIME_LIMIT";

    /// <summary>The container it was started for.</summary>
    public const string Target = "DEBUGDECK_TARGET";

    private static readonly string[] NotYet = ["ContainerCreating", "PodInitializing", ""];

    /// <summary>Those for this target that wait for something that will not come.</summary>
    public static IEnumerable<FailedAttempt> Failed(JsonObject spec, JsonObject status, string target) =>
        from pair in For(spec, status, target)
        let waiting = Object(pair.Status["state"]?["waiting"])
        where waiting.Count > 0 && !NotYet.Contains(Text(waiting["reason"]))
        select new FailedAttempt(Text(pair.Spec["name"]), Text(pair.Spec["image"]), Text(waiting["reason"]), Text(waiting["message"]));

    /// <summary>Those of ours for this target that run.</summary>
    public static IEnumerable<RunningAttempt> Running(JsonObject spec, JsonObject status, string target) =>
        from pair in For(spec, status, target)
        where Text(pair.Spec["name"]).StartsWith(PodTargets.DebugContainerPrefix, StringComparison.Ordinal)
        let running = pair.Status["state"]?["running"] as JsonObject
        where running is not null
        select new RunningAttempt(Text(pair.Spec["name"]), Text(pair.Spec["image"]), SecurityJson.Read(pair.Spec["securityContext"]), EndsAt(pair.Spec, running));

    private static IEnumerable<(JsonObject Spec, JsonObject Status)> For(JsonObject spec, JsonObject status, string target) =>
        from one in Items(spec["ephemeralContainers"])
        where Text(one["targetContainerName"]) == target
        select (one, Items(status["ephemeralContainerStatuses"]).FirstOrDefault(state => Text(state["name"]) == Text(one["name"])) ?? []);

    private static DateTimeOffset? EndsAt(JsonObject spec, JsonObject running)
    {
        var limit = Items(spec["env"]).FirstOrDefault(variable => Text(variable["name"]) == TimeLimit);
        return long.TryParse(Text(limit?["value"]), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && Moment(running["startedAt"]) is { } started
            ? started + TimeSpan.FromSeconds(seconds)
            : null;
    }
}
