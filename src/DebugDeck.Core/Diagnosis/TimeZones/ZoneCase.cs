using DebugDeck.Core.Anatomy.Packages;
using DebugDeck.Core.Diagnosis.Gathering;
using DebugDeck.Core.Diagnosis.TimeZones.Models;
using DebugDeck.Core.TimeZones;

namespace DebugDeck.Core.Diagnosis.TimeZones;

/// <summary>All that the rules about time zones judge: pure data about one program.</summary>
public sealed record ZoneCase
{
    public required DateTimeOffset Now { get; init; }

    public required ZoneSurroundings Around { get; init; }

    /// <summary>How its runtime finds zones; null where that is not known.</summary>
    public required IZoneModel? Model { get; init; }

    /// <summary>The zone that the user or a log line names; null if nobody does.</summary>
    public string? Asked { get; init; }

    /// <summary>Whether a <c>TZ</c> that was not found is not set, and not merely unknown.</summary>
    public bool IsEnvironmentKnown { get; init; } = true;

    public PackageList Packages { get; init; } = PackageList.None;

    /// <summary>It is a pod, so that fixes can be manifest patches.</summary>
    public bool IsKubernetes { get; init; }

    /// <summary>The container's name in its pod; for fixes.</summary>
    public string Container { get; init; } = "app";

    /// <summary>The clock of the node; null where it was not read.</summary>
    public ClockReading? Clock { get; init; }

    /// <summary>Why the runtime is not certain, a sentence; null if it is, or is not known at all.</summary>
    public string? Doubt { get; init; }

    /// <summary>Runtime and <c>TZ</c> as they were read.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>The zone that is wanted: asked for, or named by <c>TZ</c>; null where neither says one.</summary>
    public string? Wanted => Asked ?? (Around.Tz is { Length: > 0 } tz && tz.TrimStart(':') is { Length: > 0 } name && name[0] != '/' ? name : null);

    /// <summary>The release of the zones in the container's files; null if it could not be told.</summary>
    public ZoneDataRelease? Release
    {
        get
        {
            if (Around.Files.Content($"{ZoneSurroundings.Folder}/tzdata.zi", 64) is { Content: { } head } && Parse(head) is { } zi)
            {
                return zi;
            }

            return Around.Files.Content($"{ZoneSurroundings.Folder}/+VERSION", 64) is { Content: { } version } && Parse(version) is { } plain ? plain
                : KnownPackages.TimeZones(Packages) is { } package ? ZoneDataRelease.Parse(package) : null;
        }
    }

    /// <summary>Whether there is a zoneinfo tree; null if that is not known.</summary>
    public bool? HasTree => Around.Files.Stat(ZoneSurroundings.Folder) is { } tree ? tree.Exists : null;

    private static ZoneDataRelease? Parse(ReadOnlyMemory<byte> text) => ZoneDataRelease.Parse(System.Text.Encoding.Latin1.GetString(text.Span));
}
