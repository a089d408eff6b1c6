namespace DebugDeck.Core.Playbooks;

/// <summary>Where a symptom is looked for.</summary>
[Flags]
public enum SymptomPlaces
{
    None = 0,

    /// <summary>Lines of the log, of this run and the one before.</summary>
    Log = 1,

    /// <summary>State, last end and conditions: <c>running</c>, <c>OOMKilled (exit 137)</c>, <c>Ready=False ContainersNotReady</c>.</summary>
    Status = 2,

    /// <summary>What the host reported: <c>BackOff: Back-off restarting failed container</c>.</summary>
    Event = 4,
}
