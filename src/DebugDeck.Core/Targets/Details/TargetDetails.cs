namespace DebugDeck.Core.Targets.Details;

/// <summary>
/// What a host knows about one target without entering it: specification, status and events. More than a row of the inventory,
/// and as little as costs no process in the target. Whatever the host does not tell is empty or null.
/// </summary>
public sealed record TargetDetails
{
    public required Target Target { get; init; }

    /// <summary>Program and arguments as it is really started, overrides applied; empty where only the image knows and the host does not tell.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    public string? WorkingDirectory { get; init; }

    /// <summary>Variables of the specification, and of the image where the host tells them.</summary>
    public IReadOnlyList<EnvironmentVariable> Environment { get; init; } = [];

    /// <summary>Its image's configuration; null where the host cannot tell (a Kubernetes API server does not know it).</summary>
    public ImageFacts? Image { get; init; }

    public SecurityFacts Security { get; init; } = new();

    public NetworkFacts Network { get; init; } = new();

    public IReadOnlyList<MountFact> Mounts { get; init; } = [];

    public IReadOnlyList<ProbeFact> Probes { get; init; } = [];

    /// <summary>Limits and requests as written: <c>limits.memory</c> → <c>128Mi</c>.</summary>
    public IReadOnlyDictionary<string, string> Resources { get; init; } = new Dictionary<string, string>();

    /// <summary>Ports it says it listens on.</summary>
    public IReadOnlyList<int> Ports { get; init; } = [];

    public IReadOnlyList<ConditionFact> Conditions { get; init; } = [];

    /// <summary>Recent events about it, newest first; empty where the user may not read them.</summary>
    public IReadOnlyList<EventFact> Events { get; init; } = [];

    /// <summary>How its last run ended; null if none has.</summary>
    public EndFact? LastEnd { get; init; }

    /// <summary>Processes of several containers share one namespace, so process 1 need not be the target's.</summary>
    public bool SharesProcesses { get; init; }

    /// <summary>What could not be found out and why, one sentence each.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];
}
