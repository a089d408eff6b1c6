namespace DebugDeck.Core.Diagnosis.Gathering;

/// <summary>What it takes to grant a request for this target, cheapest first. A run does not pay more than it needs.</summary>
public enum EvidenceCost
{
    /// <summary>The host tells it; nothing happens in the target.</summary>
    Free,

    /// <summary>A process is started in the target.</summary>
    Process,

    /// <summary>A debug container beside the target is needed.</summary>
    Session,
}
