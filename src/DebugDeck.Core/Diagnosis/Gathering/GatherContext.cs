using DebugDeck.Core.Debugging;
using DebugDeck.Core.Files;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Targets;

namespace DebugDeck.Core.Diagnosis.Gathering;

/// <summary>What a gatherer has to work with.</summary>
public sealed record GatherContext
{
    public required IContainerHost Host { get; init; }

    public required Target Target { get; init; }

    /// <summary>What reading the target's files costs without a session of this run.</summary>
    public required FileReach Reach { get; init; }

    /// <summary>The session of the run; null until one was needed and allowed. Not the gatherer's to dispose.</summary>
    public IDebugSession? Session { get; init; }

    /// <summary>What the rounds before brought.</summary>
    public required CaseEvidence Evidence { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>Hears what is being waited for, in words.</summary>
    public required IProgress<string> Progress { get; init; }

    /// <summary>The target's files by the best way there is now.</summary>
    public IContainerFiles Files => Session is not null && Reach != FileReach.Free ? Session.Files : Host.Files(Target);

    /// <summary>What a read of files costs now; one that needs a session is free of further cost once there is one.</summary>
    public EvidenceCost FileCost => Reach switch
    {
        FileReach.Free => EvidenceCost.Free,
        FileReach.Process => EvidenceCost.Process,
        _ => EvidenceCost.Session,
    };
}
