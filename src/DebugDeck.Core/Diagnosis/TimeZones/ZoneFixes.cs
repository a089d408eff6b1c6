using DebugDeck.Core.Diagnosis.TimeZones.Models;
using DebugDeck.Core.TimeZones;

namespace DebugDeck.Core.Diagnosis.TimeZones;

/// <summary>What to paste, by runtime and by what the image is made of.</summary>
internal static class ZoneFixes
{
    private const string CopyData = "# in the build stage: apt-get install -y tzdata, or apk add tzdata\nCOPY --from=build /usr/share/zoneinfo /usr/share/zoneinfo";

    private static readonly string[] Managers = ["/sbin/apk", "/usr/bin/apt-get", "/usr/bin/microdnf", "/usr/bin/dnf"];

    /// <summary>Time zone data for an image that has none.</summary>
    public static IReadOnlyList<Fix> Data(ZoneCase zone, KnownZone? known)
    {
        var fixes = new List<Fix>();
        if (known is not null)
        {
            fixes.AddRange(Immediate(zone, known));
        }

        fixes.Add(Package(zone, "tzdata", CopyData));
        switch (zone.Model!.Name)
        {
            case "Go":
                fixes.Add(new Fix(FixKind.Lasting, "Build the zones into the program (about 450 KB)", "go", "import _ \"time/tzdata\" // or: go build -tags timetzdata"));
                fixes.Add(new Fix(FixKind.Lasting, "Or bring Go's own archive and say where it is", "dockerfile", "COPY --from=build /usr/local/go/lib/time/zoneinfo.zip /zoneinfo.zip\nENV ZONEINFO=/zoneinfo.zip\n# heeded by time.LoadLocation, not by TZ"));
                break;
            case "Python":
                fixes.Add(new Fix(FixKind.Lasting, "Install the zones as a package of Python (for zoneinfo; libc does not see it)", "shell", "pip install tzdata"));
                break;
            case ".NET":
                fixes.Add(new Fix(FixKind.Lasting, "Or use the chiselled image that has time zones and ICU", "dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra"));
                break;
        }

        return fixes;
    }

    public static IReadOnlyList<Fix> Legacy(ZoneCase zone, KnownZone known) =>
    [
        .. Rename(zone, known.CurrentName),
        Package(zone, "tzdata-legacy", "# in the build stage: apt-get install -y tzdata tzdata-legacy\nCOPY --from=build /usr/share/zoneinfo /usr/share/zoneinfo"),
    ];

    public static IReadOnlyList<Fix> Rename(ZoneCase zone, string name) => [SetVariable(zone, "TZ", name), new Fix(FixKind.Lasting, $"Name the zone {name}", "dockerfile", $"ENV TZ={name}")];

    /// <summary>A name in place of a rule, a path or nothing.</summary>
    public static IReadOnlyList<Fix> NameTheZone(ZoneCase zone)
    {
        const string example = "Europe/Berlin";
        var fixes = new List<Fix> { SetVariable(zone, "TZ", example), new(FixKind.Lasting, "Name the zone, for example", "dockerfile", $"ENV TZ={example}") };
        if (zone.Model?.Name == "Java")
        {
            fixes.Add(SetVariable(zone, "JAVA_TOOL_OPTIONS", $"-Duser.timezone={example}"));
        }

        return fixes;
    }

    public static IReadOnlyList<Fix> LeaveInvariantMode(ZoneCase zone) =>
    [
        SetVariable(zone, DotNetZones.InvariantZones, "false"),
        new Fix(FixKind.Lasting, "Leave the mode, and see to it that the image has time zone data", "xml", "<PropertyGroup>\n  <InvariantTimezone>false</InvariantTimezone>\n</PropertyGroup>"),
        .. Data(zone, null),
    ];

    /// <summary>Newer data.</summary>
    public static IReadOnlyList<Fix> Update(ZoneCase zone, KnownZone known) => zone.Model!.Name switch
    {
        "Java" => [new Fix(FixKind.Lasting, "Take a newer JRE: its zones come with it", "dockerfile", "FROM gcr.io/distroless/java21-debian13  # or your base image, pulled anew")],
        "Node" => [new Fix(FixKind.Lasting, "Take a newer Node: its zones come with it", "dockerfile", "FROM gcr.io/distroless/nodejs24-debian13  # or your base image, pulled anew")],
        _ =>
        [
            .. Immediate(zone, known),
            new Fix(FixKind.Lasting, "Build the image again on a fresh base, without cached layers", "shell", "docker build --pull --no-cache ."),
            Package(zone, "tzdata", CopyData),
        ],
    };

    private static IEnumerable<Fix> Immediate(ZoneCase zone, KnownZone known)
    {
        // libc understands a rule without any file: right as long as the rule holds.
        if (zone.Model!.Name is "glibc" or "musl" && zone.Asked is null && known.Rules.Tail is { } rule)
        {
            yield return SetVariable(zone, "TZ", rule.Text);
        }

        var file = $"{ZoneSurroundings.Folder}/{known.Name}";
        if (!zone.IsKubernetes)
        {
            yield return new Fix(FixKind.Immediate, "Start a new container with the zones of this machine", "shell", $"docker run -v {ZoneSurroundings.Folder}:{ZoneSurroundings.Folder}:ro …");
            yield break;
        }

        var map = "zone-" + string.Concat(known.Name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        yield return new Fix(FixKind.Immediate, "Mount the one zone from a ConfigMap (allowed under every Pod Security level)", "shell", $"kubectl create configmap {map} --from-file=zone={file}");
        yield return new Fix(
            FixKind.Immediate,
            "… and this patch of the workload's pod template (kubectl patch --patch-file)",
            "yaml",
            $"""
            spec:
              template:
                spec:
                  volumes:
                    - name: zone
                      configMap:
                        name: {map}
                  containers:
                    - name: {zone.Container}
                      volumeMounts:
                        - name: zone
                          mountPath: {file}
                          subPath: zone
                          readOnly: true
            """);
    }

    private static Fix SetVariable(ZoneCase zone, string name, string value) => zone.IsKubernetes
        ? new Fix(
            FixKind.Immediate,
            $"Set {name} in the workload's pod template (restarts its pods)",
            "yaml",
            $"""
            spec:
              template:
                spec:
                  containers:
                    - name: {zone.Container}
                      env:
                        - name: {name}
                          value: "{value}"
            """)
        : new Fix(FixKind.Immediate, $"Start a new container with {name} set", "shell", $"docker run -e '{name}={value}' …");

    private static Fix Package(ZoneCase zone, string package, string otherwise) => (zone.Packages.Manager, HasManager(zone)) switch
    {
        ("apk", true) => new Fix(FixKind.Lasting, "Install the time zone data", "dockerfile", "RUN apk add --no-cache tzdata"),
        ("dpkg", true) => new Fix(FixKind.Lasting, "Install the time zone data", "dockerfile", $"RUN apt-get update && apt-get install -y --no-install-recommends {package} && rm -rf /var/lib/apt/lists/*"),
        ("rpm", true) => new Fix(FixKind.Lasting, "Install the time zone data", "dockerfile", "RUN microdnf install -y tzdata && microdnf clean all  # reinstall where the files were removed"),
        _ => new Fix(FixKind.Lasting, "Copy the time zone data from the build stage", "dockerfile", otherwise),
    };

    private static bool HasManager(ZoneCase zone) => Managers.Any(path => zone.Around.Files.Stat(path) is { Exists: true });
}
