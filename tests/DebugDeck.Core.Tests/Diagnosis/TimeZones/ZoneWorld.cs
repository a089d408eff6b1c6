using DebugDeck.Core.Anatomy.Packages;
using DebugDeck.Core.Anatomy.Programs;
using DebugDeck.Core.Diagnosis.Checks;
using DebugDeck.Core.Diagnosis.TimeZones;
using DebugDeck.Core.Diagnosis.TimeZones.Models;
using DebugDeck.Core.Files;
using DebugDeck.Core.Files.Capture;
using DebugDeck.TestKit;

namespace DebugDeck.Core.Tests.Diagnosis.TimeZones;

/// <summary>A container's time zones as a test wants them: whatever it does not mention is not there.</summary>
internal sealed class ZoneWorld
{
    public static readonly DateTimeOffset Now = new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero);

    private static readonly string[] Everywhere =
    [
        "/etc/localtime", "/etc/timezone", "/usr/share/zoneinfo", "/usr/share/zoneinfo/localtime", "/usr/share/zoneinfo/tzdata.zi", "/usr/share/zoneinfo/+VERSION",
        "/sbin/apk", "/usr/bin/apt-get", "/usr/bin/microdnf", "/usr/bin/dnf",
    ];

    private static readonly string[] Folders =
        ["/usr/share/zoneinfo", "/usr/share/lib/zoneinfo", "/usr/lib/locale/TZ", "/etc/zoneinfo", "/share/zoneinfo", "/usr/lib/zoneinfo", "/opt/zones"];

    private readonly Dictionary<string, string> _variables = [];
    private readonly CaseBuilder _case = new();
    private readonly HashSet<string> _there = [];

    public string? Runtime { get; init; }

    public LibcKind Libc { get; init; } = LibcKind.Glibc;

    public bool Embeds { get; init; }

    public string? OwnRelease { get; init; }

    public PackageList Packages { get; init; } = PackageList.None;

    public ZoneWorld Set(string name, string? value)
    {
        if (value is not null)
        {
            _variables[name] = value;
        }

        return this;
    }

    /// <summary>Zones of this machine, in a folder of the container.</summary>
    public ZoneWorld Zones(string folder, params string[] names)
    {
        Directory(folder);
        foreach (var name in names)
        {
            File($"{folder}/{name}", System.IO.File.ReadAllBytes("/usr/share/zoneinfo/" + name));
        }

        return this;
    }

    public ZoneWorld Directory(string path)
    {
        _there.Add(path);
        _case.Directory(path);
        return this;
    }

    public ZoneWorld File(string path, byte[] content)
    {
        _there.Add(path);
        _case.File(path, content);
        return this;
    }

    public ZoneWorld File(string path, string content) => File(path, System.Text.Encoding.UTF8.GetBytes(content));

    public ZoneWorld Link(string path, string to, byte[]? content)
    {
        _there.Add(path);
        var link = new FileEntry(path, FileKind.Link, 0, (UnixFileMode)0x1ff, Now, to, 0, 0);
        var end = content is null ? null : new FileEntry(to, FileKind.Regular, content.Length, (UnixFileMode)0x1a4, Now, null, 0, 0);
        _case.Add(new CapturedFile { Path = path, Entry = link, Target = end, Content = content is null ? null : (ReadOnlyMemory<byte>?)content });
        return this;
    }

    public ZoneSurroundings Around(params string[] zones)
    {
        string[] asked = [.. zones, .. _variables.Values.Where(value => value.Length > 0).Select(value => value.TrimStart(':'))];
        var absent = Everywhere.Concat(Folders.SelectMany(folder => asked.Select(zone => $"{folder}/{zone}"))).Concat(asked.Where(zone => zone[0] is '/' or '.'));
        _case.Absent([.. absent.Distinct().Where(path => !_there.Contains(path))]);
        return new ZoneSurroundings(new EvidenceFiles(_case.Build()), name => _variables.GetValueOrDefault(name))
        {
            Runtime = Runtime is null ? null : new RuntimeFacts(Runtime, Runtime) { EmbedsTimeZones = Embeds },
            Libc = Libc,
            OwnRelease = OwnRelease is null ? null : Core.TimeZones.ZoneDataRelease.Parse(OwnRelease),
        };
    }

    public IZoneModel Model => ZoneModels.For(Runtime, Libc)!;

    public ZoneCase Case(string? asked = null, bool isKubernetes = true) => new()
    {
        Now = Now,
        Around = Around(asked is null ? [] : [asked]),
        Model = ZoneModels.For(Runtime, Libc),
        Asked = asked,
        Packages = Packages,
        IsKubernetes = isKubernetes,
    };
}
