namespace DebugDeck.Core.Playbooks.Running;

/// <summary>How far a step is.</summary>
public enum StepStatus
{
    /// <summary>Its condition cannot be judged yet.</summary>
    Waiting,

    /// <summary>Its evidence is on the way.</summary>
    Running,

    /// <summary>It has seen all that it wanted.</summary>
    Done,

    /// <summary>It has judged without some of what it wanted.</summary>
    Partial,

    /// <summary>It could see nothing, or lacks an input; it says what is missing.</summary>
    Missing,

    /// <summary>Its condition does not hold.</summary>
    Skipped,

    /// <summary>Its rule failed, which is a mistake of ours; the other steps are as good as ever.</summary>
    Failed,
}
