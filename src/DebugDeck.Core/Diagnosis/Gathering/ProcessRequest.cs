namespace DebugDeck.Core.Diagnosis.Gathering;

/// <summary>The target's first process, as <c>/proc</c> shows it: the truth about environment and arguments, where a specification only says what was asked for.</summary>
public sealed record ProcessRequest : EvidenceRequest<ProcessFacts>
{
    public override string Key => "process";
}
