using DebugDeck.Core.Anatomy.Builders;
using DebugDeck.Core.Anatomy.Families;
using DebugDeck.Core.Anatomy.Hygiene;
using DebugDeck.Core.Anatomy.TimeData;
using DebugDeck.Core.Anatomy.Trust;
using DebugDeck.Core.Anatomy.Ways;
using DebugDeck.Core.Diagnosis;

namespace DebugDeck.Core.Anatomy;

/// <summary>What a container or an image turned out to be made of, each part with what it rests on and how sure it is.</summary>
public sealed record TargetAnatomy
{
    public required string Address { get; init; }

    public required ImageIdentity Image { get; init; }

    public FamilyFact Family { get; init; } = FamilyFact.Unknown;

    /// <summary>The tools that put the program on its base, if any left a trace.</summary>
    public IReadOnlyList<BuilderFact> BuiltWith { get; init; } = [];

    /// <summary>Libc, shell, packages, entry point, accounts and /tmp, as the files have them.</summary>
    public ContainerReadings Readings { get; init; } = new();

    public TrustFacts Certificates { get; init; } = TrustFacts.Unknown;

    public TimeDataFacts TimeZones { get; init; } = TimeDataFacts.Unknown;

    /// <summary>What follows, worst first.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>How to debug this one, best first.</summary>
    public IReadOnlyList<WayIn> WaysIn { get; init; } = [];

    /// <summary>The files were looked at; otherwise all is from names and configuration.</summary>
    public bool HasFiles { get; init; }

    /// <summary>When the files were looked at, where that was before; null for a look just now.</summary>
    public DateTimeOffset? RememberedFrom { get; init; }

    /// <summary>What is in it that should not be, or not be as it is.</summary>
    public Sightings Sightings { get; init; } = Sightings.None;

    /// <summary>The part of it that holds for every container of the image.</summary>
    public ImageLook Look => new() { Family = Family, BuiltWith = BuiltWith, Readings = Readings, Certificates = Certificates, TimeZones = TimeZones, Sightings = Sightings };

    /// <summary>What could not be looked at and why, one sentence each.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];
}
