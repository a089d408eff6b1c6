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
}
