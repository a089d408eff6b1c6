using DebugDeck.Core.Targets.Details;

namespace DebugDeck.Core.Diagnosis.Gathering;

/// <summary>What the host knows about the target without entering it. Made in every run, before anything else.</summary>
public sealed record DetailsRequest : EvidenceRequest<TargetDetails>
{
    public override string Key => "details";
}
