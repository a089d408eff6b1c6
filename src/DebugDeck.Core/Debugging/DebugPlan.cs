using DebugDeck.Core.Debugging.Planning;
using DebugDeck.Core.Targets;

namespace DebugDeck.Core.Debugging;

/// <summary>How a debug container would be started for a target, and what it will and will not see.</summary>
public sealed record DebugPlan
{
    public required Target Target { get; init; }

    public required DebugTechnique Technique { get; init; }

    public required Toolbox Toolbox { get; init; }

    public required TimeSpan TimeLimit { get; init; }

    /// <summary>The user the debug container runs as (<c>0:0</c>, <c>65532:65532</c>).</summary>
    public required string User { get; init; }

    /// <summary>Capabilities added to the engine's default ones, without the <c>CAP_</c>.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = [];

    /// <summary>The namespaces of the target that it joins: <c>pid</c>, <c>network</c>, <c>ipc</c>.</summary>
    public IReadOnlyList<string> SharedNamespaces { get; init; } = [];

    /// <summary>Where the target's files are inside the debug container: <c>/proc/1/root</c>, or <c>/</c> in a copy.</summary>
    public required string TargetRoot { get; init; }

    /// <summary>The docker or kubectl command that would do the same, ready to paste.</summary>
    public required string EquivalentCommand { get; init; }

    /// <summary>A session of an earlier start that fits the plan and still runs may be taken up instead of starting another.</summary>
    public bool MayReuse { get; init; } = true;

    /// <summary>What the user should know before saying yes, one sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>As whom the target runs.</summary>
    public TargetIdentity Identity { get; init; } = TargetIdentity.Unknown;

    /// <summary>The Pod Security level that the target's namespace enforces; null where there is none or it may not be read.</summary>
    public string? NamespacePolicy { get; init; }

    /// <summary>What the user may do, as the server says; empty where nobody is asked (an engine).</summary>
    public IReadOnlyList<AccessAnswer> Permissions { get; init; } = [];

    /// <summary>All ways that were considered, least privilege first.</summary>
    public IReadOnlyList<PlanCandidate> Candidates { get; init; } = [];

    /// <summary>The one that <see cref="Technique"/> and everything else here describe; null where none works, and then nothing can be started.</summary>
    public PlanCandidate? Chosen { get; init; }

    /// <summary>There is a way: engines list no candidates and always have one.</summary>
    public bool IsPossible => Chosen is not null || Candidates.Count == 0;

    /// <summary>
    /// A debug container that runs already and does for this plan; it is taken instead of starting another where <see cref="MayReuse"/> allows.
    /// Null if there is none, or where only starting will tell (engines).
    /// </summary>
    public string? Reuses { get; init; }

    /// <summary>A debug container of the same image never came up in this pod, and cannot be removed from it: another one should be asked for in so many words.</summary>
    public bool RepeatsFailure { get; init; }

    /// <summary>Where none works: what to ask for and what can be done without it, one piece each; a piece may have several lines (a Role's rule).</summary>
    public IReadOnlyList<string> Advice { get; init; } = [];

    /// <summary>
    /// The very JSON that is sent to a cluster: for <see cref="DebugTechnique.Ephemeral"/> the strategic merge patch of <c>pods/NAME/ephemeralcontainers</c>,
    /// for <see cref="DebugTechnique.Copy"/> the whole Pod to post; null for <see cref="DebugTechnique.Exec"/> and on engines.
    /// </summary>
    public string? Manifest { get; init; }

    /// <summary>
    /// The container that commands are run in: <c>debugdeck-xxxxx</c> of the patch, the target's own name in a copy or with <see cref="DebugTechnique.Exec"/>.
    /// Null on engines.
    /// </summary>
    public string? ContainerName { get; init; }

    /// <summary>The pod that a copy is started as, to be deleted at the end; null otherwise.</summary>
    public string? PodName { get; init; }
}
