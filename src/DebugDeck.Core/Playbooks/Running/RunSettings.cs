using DebugDeck.Core.Debugging;
using DebugDeck.Core.Diagnosis.Gathering;
using DebugDeck.Core.Errors;

namespace DebugDeck.Core.Playbooks.Running;

/// <summary>How a playbook is run.</summary>
public sealed record RunSettings
{
    /// <summary>The inputs that the user gave; an empty value takes a guess away.</summary>
    public IReadOnlyDictionary<string, string> Given { get; init; } = new Dictionary<string, string>();

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>
    /// Brings a session once one is needed: asks whoever has to be asked, and takes up one that runs. Called at most once in a run; the session stays the caller's.
    /// A <see cref="DebugDeckException"/> means no: the steps that need one say so with its message, and the rest goes on. Null for never.
    /// </summary>
    public Func<SessionNeed, IProgress<string>, CancellationToken, Task<IDebugSession>>? OpenSession { get; init; }

    /// <summary>How many steps are looked at; null for all. The others wait.</summary>
    public int? Until { get; init; }

    /// <summary>An earlier run of the same playbook with the same inputs to go on from: what it was granted is not asked for again. Null to begin anew.</summary>
    public RunReport? From { get; init; }

    public IReadOnlyList<IEvidenceGatherer> Gatherers { get; init; } = EvidenceGatherers.All;

    /// <summary>Hears what is being waited for, in words.</summary>
    public IProgress<string> Words { get; init; } = new Progress<string>();
}
