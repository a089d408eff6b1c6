using System.Globalization;
using DebugDeck.Core.Anatomy.Programs;
using DebugDeck.Core.Diagnosis;

namespace DebugDeck.Core.Anatomy.Findings;

/// <summary>What a program will miss once it talks TLS, asks for a time zone or writes a temporary file.</summary>
internal static class NeedsRules
{
    public static IEnumerable<Finding> Judge(TargetAnatomy anatomy)
    {
        if (Certificates(anatomy) is { } certificates)
        {
            yield return certificates;
        }

        if (TimeZones(anatomy) is { } zones)
        {
            yield return zones;
        }

        var tmp = anatomy.Readings.Tmp;
        if (tmp is { IsPresent: false } or { IsWritable: false })
        {
            yield return new Finding(
                "tmp.not-writable",
                Severity.Warning,
                tmp.IsPresent == false ? $"There is no {tmp.Path}" : $"{tmp.Path} is not writable for the program",
                tmp.Obstacle ?? "Uploads, caches and the crash reports of many runtimes go there, and fail in ways that do not mention it.")
            {
                Evidence = tmp.Evidence,
                Fixes =
                [
                    new Fix(FixKind.Immediate, "Mount a directory there", "yaml", $"volumes:\n- name: tmp\n  emptyDir: {{}}\ncontainers:\n- volumeMounts:\n  - name: tmp\n    mountPath: {tmp.Path}"),
                    new Fix(FixKind.Lasting, "Bring one along", "dockerfile", "COPY --from=build --chmod=1777 /tmp /tmp"),
                ],
            };
        }
    }

    private static Finding? Certificates(TargetAnatomy anatomy)
    {
        var trust = anatomy.Certificates;
        return trust switch
        {
            { IsFound: false } => new Finding(
                "ca.missing",
                Severity.Warning,
                "There are no CA certificates where the program looks",
                $"Looked for by the rules of {trust.Source}. Every TLS connection that checks its peer fails: 'certificate signed by unknown authority', 'unable to get local issuer certificate', 'PKIX path building failed'.")
            {
                Evidence = trust.Evidence,
                Fixes = [new Fix(FixKind.Lasting, "Bring the certificates along", "dockerfile", Bring(anatomy))],
            },
            { Problem: { } problem } => new Finding("ca.unreadable", Severity.Warning, "The CA certificates cannot all be read", problem) { Evidence = trust.Evidence },
            { Expired: > 0 } => new Finding(
                "ca.expired",
                Severity.Info,
                string.Create(CultureInfo.InvariantCulture, $"{trust.Expired} of {trust.Count} CA certificates are no longer valid"),
                "Servers whose chain ends in one of them are refused. A bundle that old lacks newer authorities as well.")
            {
                Evidence = trust.Evidence,
                Fixes = [new Fix(FixKind.Lasting, "Bring newer certificates along", "dockerfile", Bring(anatomy))],
            },
            _ => null,
        };
    }

    private static string Bring(TargetAnatomy anatomy) => anatomy.Family.Id switch
    {
        "alpine" => "RUN apk add --no-cache ca-certificates",
        "debian" or "debian-slim" or "ubuntu" => "RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/*",
        "ubi-minimal" => "RUN microdnf install -y ca-certificates && microdnf clean all",
        _ => "COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/",
    };

    private static Finding? TimeZones(TargetAnatomy anatomy)
    {
        var zones = anatomy.TimeZones;
        if (zones is { ZoneIsKnown: false, Zone: { } zone })
        {
            return new Finding(
                "tz.unknown-zone",
                Severity.Warning,
                $"The zone {zone} ({zones.ZoneSource}) is not in the image's time zone data",
                "The program does not complain: it takes UTC, and every local time in its logs and files is off.")
            {
                Evidence = zones.Evidence,
                Fixes = [new Fix(FixKind.Lasting, "Bring the data along", "dockerfile", BringZones(anatomy))],
            };
        }

        return zones.IsFound != false
            ? null
            : new Finding(
                "tz.missing",
                Severity.Info,
                "There is no time zone data",
                "Local time is UTC, and looking up a zone by its name fails (Go: 'unknown time zone', .NET: TimeZoneNotFoundException, Python: ZoneInfoNotFoundError).")
            {
                Evidence = zones.Evidence,
                Fixes =
                [
                    new Fix(FixKind.Lasting, "Bring the data along", "dockerfile", BringZones(anatomy)),
                    .. anatomy.Readings.EntryPoint.Runtime?.Id == RuntimeIds.Go ? [new Fix(FixKind.Lasting, "Or build it into the program", "go", "import _ \"time/tzdata\"")] : Array.Empty<Fix>(),
                ],
            };
    }

    private static string BringZones(TargetAnatomy anatomy) => anatomy.Family.Id switch
    {
        "alpine" => "RUN apk add --no-cache tzdata",
        "debian" or "debian-slim" or "ubuntu" => "RUN apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends tzdata && rm -rf /var/lib/apt/lists/*",
        _ => "COPY --from=build /usr/share/zoneinfo /usr/share/zoneinfo",
    };
}
