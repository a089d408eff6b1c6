using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Anatomy.Programs;
using DebugDeck.Core.Diagnosis.Checks;
using DebugDeck.Core.Diagnosis.Gathering;
using DebugDeck.Core.Diagnosis.TimeZones.Models;
using DebugDeck.Core.Targets;
using DebugDeck.Core.TimeZones;

namespace DebugDeck.Core.Diagnosis.TimeZones;

/// <summary>
/// Whether the program has the time zone that it should have. Input <c>zone</c>: the zone it asks for by name; without one, what <c>TZ</c> says. Input <c>runtime</c>:
/// whose rules count, where the program does not tell.
/// </summary>
public sealed class TimeZoneCheck : ICheck
{
    public string Name => "timezone.zone";

    public IReadOnlyList<EvidenceRequest> Needs(CheckInputs inputs, CaseEvidence evidence)
    {
        var program = new ProgramFinder(evidence);
        var zone = Case(inputs, evidence, program);
        _ = ZoneJudge.Judge(zone);
        _ = zone.Release;
        return [new ProcessRequest(), new LogTailRequest(), .. program.Wishes, .. zone.Around.Files.Asked];
    }

    public IReadOnlyList<Finding> Evaluate(CheckInputs inputs, CaseEvidence evidence) => ZoneJudge.Judge(Case(inputs, evidence, new ProgramFinder(evidence)));

    private static ZoneCase Case(CheckInputs inputs, CaseEvidence evidence, ProgramFinder program)
    {
        var environment = new ProgramEnvironment(evidence);
        var readings = program.Readings;
        var said = ZoneRuntime.Of(inputs["runtime"]);
        var hint = said is null && readings.EntryPoint.Runtime is null ? RuntimeHint.Find(evidence) : null;
        var runtime = said?.Runtime ?? readings.EntryPoint.Runtime ?? (hint is null ? null : new RuntimeFacts(hint.Id, hint.Name));
        var libc = said?.Libc is { } given ? given : readings.EntryPoint.Libc.Kind is LibcKind.Glibc or LibcKind.Musl ? readings.EntryPoint.Libc.Kind : readings.Libc.Kind;
        var files = new EvidenceFiles(evidence);
        var tz = environment.Find("TZ");
        return new ZoneCase
        {
            Now = evidence.TakenAt,
            Around = new ZoneSurroundings(files, name => environment[name]) { Runtime = runtime, Libc = libc, OwnRelease = OwnRelease(files, readings) },
            Model = ZoneModels.For(runtime?.Id, libc),
            Asked = inputs["zone"] is { } zone && zone != tz?.Value ? zone : null,
            IsEnvironmentKnown = environment.IsComplete,
            Packages = readings.Packages,
            Clock = evidence.Find(new ProcessRequest())?.Clock,
            Doubt = hint?.Doubt,
            IsKubernetes = evidence.Details?.Target.Address.Kind is AddressKind.Pod or AddressKind.Deployment or AddressKind.StatefulSet or AddressKind.DaemonSet or AddressKind.Job,
            Container = evidence.Details?.Target.Address.Container ?? "app",
            Evidence =
            [
                .. tz is { } found ? [found.Evidence] : environment.IsComplete ? [new Evidence("process", "environ", "TZ is not set")] : Array.Empty<Evidence>(),
                .. said is not null ? [new Evidence("input", "runtime", inputs["runtime"]!)] : hint is not null ? [hint.Evidence] : runtime is null ? Array.Empty<Evidence>() : [new Evidence("program", readings.EntryPoint.Path, $"{runtime.Name}{(runtime.Version is null ? "" : " " + runtime.Version)}")],
            ],
        };
    }

    private static ZoneDataRelease? OwnRelease(EvidenceFiles files, ContainerReadings readings)
    {
        var path = (readings.EntryPoint.Runtime?.Id, readings.EntryPoint.Runtime?.Home) switch
        {
            (RuntimeIds.Java, { } home) => $"{home}/lib/tzdb.dat",
            _ => null,
        };
        return path is not null && files.Content(path, 64) is { Content: { } head } ? ZoneDataRelease.Parse(System.Text.Encoding.Latin1.GetString(head.Span)) : null;
    }
}
