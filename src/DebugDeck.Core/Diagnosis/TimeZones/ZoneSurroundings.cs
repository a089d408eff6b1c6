using DebugDeck.Core.Anatomy.Programs;
using DebugDeck.Core.Diagnosis.Checks;
using DebugDeck.Core.Files.Capture;
using DebugDeck.Core.TimeZones;

namespace DebugDeck.Core.Diagnosis.TimeZones;

/// <summary>What a program finds around it when it wants to know the time.</summary>
/// <param name="files">The container's files.</param>
/// <param name="variable">A variable of its environment; null if it is not set.</param>
public sealed class ZoneSurroundings(EvidenceFiles files, Func<string, string?> variable)
{
    public const string Folder = "/usr/share/zoneinfo";
    public const string LocalTimeFile = "/etc/localtime";
    private const int MostZone = 64 * 1024;

    private readonly Dictionary<string, ZonePlace> _places = new(StringComparer.Ordinal);

    public EvidenceFiles Files => files;

    public RuntimeFacts? Runtime { get; init; }

    public LibcKind Libc { get; init; }

    /// <summary>The release of the runtime's own data (Java's, Python's package); null where it has none or that could not be told.</summary>
    public ZoneDataRelease? OwnRelease { get; init; }

    /// <summary><c>TZ</c> as the program sees it; null if it is not set.</summary>
    public string? Tz => variable("TZ");

    public string? Variable(string name) => variable(name);

    /// <summary>A variable that switches something on: <c>1</c> or <c>true</c>.</summary>
    public bool IsOn(string name) => variable(name) is { } value && (value == "1" || value.Equals("true", StringComparison.OrdinalIgnoreCase));

    /// <summary>The zone in a file.</summary>
    public ZonePlace Place(string path)
    {
        if (_places.TryGetValue(path, out var known))
        {
            return known;
        }

        var file = files.Content(path, MostZone);
        return _places[path] = file is null ? new ZonePlace(path, IsKnown: false, Exists: false, null, "", null) : Read(path, file);
    }

    /// <summary>The first folder that holds a zone of that name; one that is not known where not all could be looked at.</summary>
    public ZonePlace Find(string zone, params IEnumerable<string> folders)
    {
        var places = folders.Select(folder => Place($"{folder.TrimEnd('/')}/{zone}")).ToList();
        return places.FirstOrDefault(place => place.Zone is not null) ?? places.FirstOrDefault(place => !place.IsKnown) ?? places.FirstOrDefault(place => place.Exists) ?? places[0];
    }

    private static ZonePlace Read(string path, CapturedFile file)
    {
        var link = file.Entry?.LinkTarget;
        if (file.Error is not null)
        {
            return new ZonePlace(path, IsKnown: false, Exists: false, null, file.Error, link);
        }

        if (file.Content is not { } content)
        {
            return new ZonePlace(path, IsKnown: true, file.Exists, null, file.Exists ? "it is no file" : "", link);
        }

        var zone = TzifFile.Read(content.Span, out var problem);
        return new ZonePlace(path, IsKnown: true, Exists: true, zone, problem, link);
    }
}
