using System.Text;
using DebugDeck.Core.Anatomy.Packages;
using DebugDeck.Core.Anatomy.Programs;
using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Files;
using DebugDeck.Core.Files.Capture;
using DebugDeck.Core.TimeZones;

namespace DebugDeck.Core.Anatomy.TimeData;

/// <summary>Looks for time zone data where the program would (field-notes 4.4).</summary>
internal sealed class TimeDataReader(CaptureView view, ContainerSetting setting, RuntimeFacts? runtime, LibcKind libc, PackageList packages)
{
    private const string Usual = "/usr/share/zoneinfo";
    private const string LocalTime = "/etc/localtime";

    // Enough for the line that tells the release.
    private const int Head = 128;

    public TimeDataFacts Read()
    {
        var (zone, source, known) = Zone();
        var facts = OfRuntime() ?? OfFiles();
        return facts with { Zone = zone, ZoneSource = source, ZoneIsKnown = known ?? (zone is null || facts.IsFound is null ? null : facts.Path is null ? facts.IsFound : null) };
    }

    private TimeDataFacts? OfRuntime()
    {
        switch (runtime?.Id)
        {
            case RuntimeIds.Go when runtime.EmbedsTimeZones == true:
                return new TimeDataFacts { IsFound = true, Source = "in the program (time/tzdata)", Confidence = Confidence.High, Evidence = [new Evidence("program", null, "Go's time/tzdata is built in")] };
            case RuntimeIds.Java when runtime.Home is { } home && view.Content($"{home}/lib/tzdb.dat", Head) is { Exists: true } file:
                return new TimeDataFacts { IsFound = true, Path = file.Path, Source = "Java's tzdb.dat", Release = Release(file), Confidence = Confidence.High, Evidence = [new Evidence("file", file.Path, "is there")] };
            case RuntimeIds.Node or RuntimeIds.Deno:
                return new TimeDataFacts { IsFound = true, Source = $"in {runtime.Name} (ICU)", Confidence = Confidence.Medium, Evidence = [new Evidence("program", null, $"{runtime.Name} carries ICU's data, unless it was built without")] };
            default:
                return null;
        }
    }

    private TimeDataFacts OfFiles()
    {
        var looks = Folders().Select(path => (Path: path, Folder: view.Stat(path))).ToList();
        if (looks.Find(look => look.Folder is { Target.Kind: FileKind.Directory }) is { Path: not null } found)
        {
            var list = view.Content($"{found.Path}/tzdata.zi", Head);
            var release = Release(list) ?? Release(view.Content($"{found.Path}/+VERSION", Head)) ?? Parse(KnownPackages.TimeZones(packages));
            return new TimeDataFacts
            {
                IsFound = true,
                Path = found.Path,
                Source = found.Path,
                Release = release,
                Confidence = Confidence.High,
                Evidence =
                [
                    new Evidence("file", found.Path, "is there"),
                    .. Release(list) is null && Parse(KnownPackages.TimeZones(packages)) is not null ? [new Evidence("file", packages.Path, $"tzdata {KnownPackages.TimeZones(packages)}")] : Array.Empty<Evidence>(),
                ],
            };
        }

        if (PythonData() is { } python)
        {
            return python;
        }

        var hidden = looks.Find(look => look.Folder is null or { Error: not null });
        return new TimeDataFacts
        {
            IsFound = hidden.Path is null ? false : null,
            Confidence = hidden.Path is null ? Confidence.High : Confidence.None,
            Evidence = [new Evidence("file", hidden.Path ?? looks[0].Path, hidden.Path is null ? $"nothing at {string.Join(", ", looks.Select(look => look.Path))}" : hidden.Folder?.Error ?? "has not been looked at")],
        };
    }

    // PyPI's tzdata is the fall-back of Python's zoneinfo.
    private TimeDataFacts? PythonData()
    {
        if (runtime is not { Id: RuntimeIds.Python, Version: { } version } || version.Split('.') is not [var major, var minor, ..])
        {
            return null;
        }

        string[] places = [$"/usr/local/lib/python{major}.{minor}/site-packages/tzdata/zoneinfo", "/usr/lib/python3/dist-packages/tzdata/zoneinfo"];
        var found = places.FirstOrDefault(path => view.Stat(path) is { Target.Kind: FileKind.Directory });
        return found is null
            ? null
            : new TimeDataFacts { IsFound = true, Path = found, Source = "Python's tzdata package", Release = Release(view.Content($"{found}/tzdata.zi", Head)), Confidence = Confidence.High, Evidence = [new Evidence("file", found, "is there")] };
    }

    private IEnumerable<string> Folders()
    {
        var named = runtime?.Id switch
        {
            RuntimeIds.Go => Variable("ZONEINFO"),
            RuntimeIds.Python => Variable("PYTHONTZPATH")?.Split(':')[0],
            _ when libc == LibcKind.Musl => null,
            _ => Variable("TZDIR"),
        };
        return [.. named is { } path && path.StartsWith('/') ? [path] : Array.Empty<string>(), Usual, .. libc == LibcKind.Musl ? ["/share/zoneinfo", "/etc/zoneinfo"] : Array.Empty<string>()];
    }

    private (string? Zone, string Source, bool? Known) Zone()
    {
        if (setting.Environment.TryGetValue("TZ", out var tz))
        {
            var name = tz.TrimStart(':');
            return name.Length == 0 ? ("UTC", "TZ", true) : (name, "TZ", IsKnown(name));
        }

        if (view.Stat(LocalTime) is { Entry: { } entry } file)
        {
            var at = entry.LinkTarget?.IndexOf("zoneinfo/", StringComparison.Ordinal) ?? -1;
            return (at >= 0 ? entry.LinkTarget![(at + "zoneinfo/".Length)..] : null, LocalTime, file.Exists);
        }

        return (null, "", null);
    }

    // A rule such as CET-1CEST,M3.5.0,M10.5.0/3 needs no data; a name that climbs out of the directory is refused by every libc.
    private bool? IsKnown(string zone)
    {
        if (zone is "UTC" or "GMT" || PosixRule.Parse(zone) is not null)
        {
            return true;
        }

        if (OfRuntime() is not null || zone.Contains("..", StringComparison.Ordinal))
        {
            return null;
        }

        // All are asked for before one is judged, so that they share a round.
        var looks = (zone.StartsWith('/') ? [zone] : Folders().Select(folder => $"{folder}/{zone}")).Select(view.Stat).ToList();
        return looks.Exists(file => file is { Exists: true }) ? true : looks.Exists(file => file is null or { Error: not null }) ? null : false;
    }

    private string? Variable(string name) => setting.Environment.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    private static string? Release(CapturedFile? file) => file?.Content is { } content ? Parse(Encoding.Latin1.GetString(content.Span[..Math.Min(Head, content.Length)])) : null;

    private static string? Parse(string? text) => text is null ? null : ZoneDataRelease.Parse(text)?.ToString();
}
