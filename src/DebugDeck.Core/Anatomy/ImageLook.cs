using DebugDeck.Core.Anatomy.Builders;
using DebugDeck.Core.Anatomy.Families;
using DebugDeck.Core.Anatomy.Hygiene;
using DebugDeck.Core.Anatomy.TimeData;
using DebugDeck.Core.Anatomy.Trust;

namespace DebugDeck.Core.Anatomy;

/// <summary>What one look at an image's files found: worth remembering, for the same digest has the same files.</summary>
public sealed record ImageLook
{
    public FamilyFact Family { get; init; } = FamilyFact.Unknown;

    public IReadOnlyList<BuilderFact> BuiltWith { get; init; } = [];

    public ContainerReadings Readings { get; init; } = new();

    public TrustFacts Certificates { get; init; } = TrustFacts.Unknown;

    public TimeDataFacts TimeZones { get; init; } = TimeDataFacts.Unknown;

    public Sightings Sightings { get; init; } = Sightings.None;
}
