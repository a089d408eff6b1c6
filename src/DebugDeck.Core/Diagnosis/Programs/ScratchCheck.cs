using DebugDeck.Core.Anatomy.Programs;
using DebugDeck.Core.Diagnosis.Certificates.Stores;
using DebugDeck.Core.Diagnosis.Checks;
using DebugDeck.Core.Diagnosis.Gathering;
using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Diagnosis.Programs;

/// <summary>What an image from scratch has to bring along, and whether it does. Each thing is missed by some programs only, so it is a warning at most.</summary>
public sealed class ScratchCheck : ICheck
{
    public string Name => "scratch.needs";

    public IReadOnlyList<EvidenceRequest> Needs(CheckInputs inputs, CaseEvidence evidence) => new AnatomyCase(evidence).Needs(
        [.. TrustPlaces.KnownBundles.Select(path => new FileRequest(path, FileWishKind.Stat)), new FileRequest("/usr/share/zoneinfo", FileWishKind.Stat), new FileRequest("/etc/passwd"), new FileRequest("/etc/nsswitch.conf", FileWishKind.Stat)]);

    public IReadOnlyList<Finding> Evaluate(CheckInputs inputs, CaseEvidence evidence)
    {
        var readings = new AnatomyCase(evidence).Readings;
        var files = evidence.Files;
        var findings = new List<Finding>();
        if (readings.EntryPoint is { Linkage: Linkage.Dynamic, Problems.Count: > 0 } program)
        {
            findings.AddRange(program.Problems);
        }

        if (files.WasAsked("/etc/passwd") && files["/etc/passwd"] is { Entry: null, Error: null })
        {
            findings.Add(Missing("scratch.passwd", "/etc/passwd", "user names cannot be looked up: os/user.Current() without cgo, ssh, git and Java's user.name fail or say \"?\"",
                "COPY --from=build /etc/passwd /etc/group /etc/"));
        }

        if (readings.Tmp is { IsPresent: false } tmp)
        {
            findings.Add(Missing("scratch.tmp", tmp.Path, "temporary files cannot be made", "# in the build stage: RUN mkdir -m 1777 /newtmp\nCOPY --from=build /newtmp /tmp"));
        }

        if (TrustPlaces.KnownBundles.All(path => files[path] is { Entry: null, Error: null }))
        {
            findings.Add(Missing("scratch.ca", TrustPlaces.KnownBundles[0], "no server's certificate can be verified", $"COPY --from=build {TrustPlaces.KnownBundles[0]} {TrustPlaces.KnownBundles[0]}"));
        }

        if (files["/usr/share/zoneinfo"] is { Entry: null, Error: null } && readings.EntryPoint.Runtime?.EmbedsTimeZones != true)
        {
            findings.Add(Missing("scratch.zones", "/usr/share/zoneinfo", "time zones by name are unknown, and TZ is silently UTC", "COPY --from=build /usr/share/zoneinfo /usr/share/zoneinfo\n# Go: import _ \"time/tzdata\" instead"));
        }

        // What nobody could look at is not there for all we know, and not well either.
        string[] looked = ["/etc/passwd", "/usr/share/zoneinfo", .. TrustPlaces.KnownBundles.Any(files.Exists) ? [] : TrustPlaces.KnownBundles];
        if (findings.Count == 0 && looked.Any(path => files[path] is null or { Error: not null }))
        {
            return [new Finding("scratch.unknown", Severity.Info, "Not everything could be looked at that programs look for", "Nothing is missing among what could be read; the rest is not known.")];
        }

        return findings.Count > 0 ? findings : [new Finding("scratch.needs", Severity.Ok, "The image brings what programs look for", "Accounts, /tmp, certificate authorities, time zones and libraries are there, as far as could be looked.")];
    }

    private static Finding Missing(string rule, string path, string consequence, string fix) => new(
        rule, Severity.Warning, $"There is no {path}", $"Without it {consequence}. That hurts only programs that need it.")
    {
        Evidence = [new Evidence("file", path, "not there")],
        Fixes = [new Fix(FixKind.Lasting, "Copy it from the build stage", "dockerfile", fix)],
    };
}
