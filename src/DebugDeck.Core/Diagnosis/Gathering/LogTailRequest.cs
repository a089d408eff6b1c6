namespace DebugDeck.Core.Diagnosis.Gathering;

/// <summary>The last lines of the target's log.</summary>
/// <param name="Previous">Those of the run before the present one.</param>
public sealed record LogTailRequest(bool Previous = false) : EvidenceRequest<LogTail>
{
    public override string Key => Previous ? "log previous" : "log";
}
