using System.Globalization;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Images;

namespace DebugDeck.Docker.Sessions;

/// <summary>What our containers carry, so that any machine finds them and knows what they are. They are an interface between versions of ours.</summary>
public static class SessionLabels
{
    /// <summary>The session's id: on everything of ours.</summary>
    public const string Session = "io.debugdeck.session";

    /// <summary>The version of these labels.</summary>
    public const string Schema = "io.debugdeck.schema";

    /// <summary>The target's container id.</summary>
    public const string Target = "io.debugdeck.target";

    /// <summary>The target's address as it can be typed again.</summary>
    public const string TargetAddress = "io.debugdeck.target-address";

    /// <summary>When the target's run began that this session looks at: another run has other processes and another network.</summary>
    public const string TargetRun = "io.debugdeck.target-run";

    public const string Technique = "io.debugdeck.technique";
    public const string Toolbox = "io.debugdeck.toolbox";
    public const string Started = "io.debugdeck.started";
    public const string Ends = "io.debugdeck.ends";
    public const string StartedBy = "io.debugdeck.started-by";

    /// <summary>On a container that only serves a session (<c>tools</c>), never on the session's own.</summary>
    public const string Part = "io.debugdeck.part";

    public const string CurrentSchema = "1";

    /// <summary>Labels of a container that serves the session of that id.</summary>
    public static Dictionary<string, string> ForPart(string id, string part) =>
        new() { [Schema] = CurrentSchema, [Session] = id, [Part] = part };

    public static Dictionary<string, string> For(DebugPlan plan, string targetRun, DebugSessionInfo info) => new()
    {
        [Schema] = CurrentSchema,
        [Session] = info.Id,
        [Target] = plan.Target.Id,
        [TargetAddress] = info.Target,
        [TargetRun] = targetRun,
        [Technique] = Written(info.Technique),
        [Toolbox] = plan.Toolbox.Image,
        [Started] = Written(info.StartedAt),
        [Ends] = Written(info.EndsAt),
        [StartedBy] = info.StartedBy,
    };

    /// <summary>What the labels say; null if they are not a session's that we understand.</summary>
    public static DebugSessionInfo? Read(IDictionary<string, string> labels, string host) =>
        labels.TryGetValue(Session, out var id)
        && !labels.ContainsKey(Part)
        && labels.TryGetValue(Technique, out var technique)
        && DateTimeOffset.TryParse(Value(labels, Started), CultureInfo.InvariantCulture, DateTimeStyles.None, out var started)
        && DateTimeOffset.TryParse(Value(labels, Ends), CultureInfo.InvariantCulture, DateTimeStyles.None, out var ends)
            ? new DebugSessionInfo(
                id,
                host,
                Value(labels, TargetAddress),
                technique == Written(DebugTechnique.Copy) ? DebugTechnique.Copy : DebugTechnique.Sidecar,
                ImageReference.TryParse(Value(labels, Toolbox))?.Familiar ?? Value(labels, Toolbox),
                started,
                ends,
                Value(labels, StartedBy))
            : null;

    /// <summary>A debug container (or a part of one) of ours, by its labels: nothing to troubleshoot.</summary>
    public static bool IsOurs(IDictionary<string, string>? labels) => labels?.ContainsKey(Session) == true;

    public static string Written(DebugTechnique technique) => technique == DebugTechnique.Copy ? "copy" : "sidecar";

    private static string Written(DateTimeOffset time) => time.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    private static string Value(IDictionary<string, string> labels, string name) => labels.TryGetValue(name, out var value) ? value : "";
}
