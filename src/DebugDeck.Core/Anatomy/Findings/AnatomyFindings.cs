using DebugDeck.Core.Anatomy.Hygiene;
using DebugDeck.Core.Diagnosis;

namespace DebugDeck.Core.Anatomy.Findings;

/// <summary>All that follows from an anatomy, worst first.</summary>
internal static class AnatomyFindings
{
    public static IReadOnlyList<Finding> Of(AnatomySubject subject, TargetAnatomy anatomy, Sightings sightings, DateTimeOffset now) =>
    [
        .. anatomy.Readings.EntryPoint.Problems
            .Concat(UserRules.Judge(subject, anatomy))
            .Concat(NeedsRules.Judge(anatomy))
            .Concat(FamilyFindings.Judge(anatomy, now))
            .Concat(ReferenceRules.Judge(subject, anatomy))
            .Concat(AgeRules.Judge(anatomy, now))
            .Concat(SightingRules.Judge(sightings, anatomy))
            .OrderByDescending(finding => finding.Severity),
    ];
}
