namespace DebugDeck.Core.Diagnosis.TimeZones.Models;

/// <summary>How one runtime finds time zones: what it really does, not what it should.</summary>
public interface IZoneModel
{
    /// <summary>For people: <c>Go</c>, <c>.NET</c>, <c>glibc</c>.</summary>
    string Name { get; }

    /// <summary>It brings data of its own, so that the container's matters for local time at most.</summary>
    bool HasOwnData(ZoneSurroundings around);

    /// <summary>What its local time is.</summary>
    LocalTime Local(ZoneSurroundings around);

    /// <summary>What it gives when a zone is asked for by name.</summary>
    ZoneLookup Lookup(ZoneSurroundings around, string zone);
}
