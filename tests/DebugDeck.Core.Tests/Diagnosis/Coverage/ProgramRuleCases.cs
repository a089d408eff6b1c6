using DebugDeck.Core.Diagnosis.Certificates.Stores;
using DebugDeck.Core.Diagnosis.Checks;
using DebugDeck.Core.Diagnosis.Programs;
using DebugDeck.Core.Files;
using DebugDeck.Core.Files.Capture;
using DebugDeck.Core.Targets;
using DebugDeck.Core.Targets.Details;
using DebugDeck.TestKit;

namespace DebugDeck.Core.Tests.Diagnosis.Coverage;

/// <summary>The rules <c>crash.*</c>, <c>permissions.*</c>, <c>scratch.*</c> and <c>musl.*</c>.</summary>
internal static class ProgramRuleCases
{
    private static readonly string[] Looked = [.. TrustPlaces.KnownBundles, "/usr/share/zoneinfo", "/etc/passwd", "/etc/group", "/etc/nsswitch.conf", "/tmp"];

    public static IEnumerable<RuleCase> All =>
    [
        new("crash.none", () => End(new CaseBuilder()), () => End(Ended(1))),
        new("crash.out-of-memory", () => End(Ended(137, "OOMKilled")), () => End(Ended(137))),
        new("crash.probe-killed", () => End(Probed("Liveness")), () => End(Probed("Readiness"))),
        new("crash.killed", () => End(Ended(137)), () => End(Ended(137, "OOMKilled"))),
        new("crash.ends-by-itself", () => End(Ended(0, "Completed")), () => End(Ended(1))),
        new("crash.exit-code", () => End(Ended(2)), () => End(Ended(0, "Completed"))),
        new("crash.not-executable", () => End(Ended(126)), () => End(Ended(127))),
        new("crash.not-found", () => End(Ended(127)), () => End(Ended(126))),
        new("crash.not-started", () => End(Ended(128, "StartError")), () => End(Ended(127))),
        new("crash.interrupted", () => End(Ended(130)), () => End(Ended(143))),
        new("crash.illegal-instruction", () => End(Ended(132)), () => End(Ended(136))),
        new("crash.abort", () => End(Ended(134)), () => End(Ended(135))),
        new("crash.bus-error", () => End(Ended(135)), () => End(Ended(134))),
        new("crash.arithmetic", () => End(Ended(136)), () => End(Ended(139))),
        new("crash.segfault", () => End(Ended(139)), () => End(Ended(138))),
        new("crash.terminated", () => End(Ended(143)), () => End(Ended(137))),
        new("crash.signal", () => End(Ended(150)), () => End(Ended(200))),
        new("crash.not-scheduled", () => End(Waiting("", "PodScheduled")), () => End(Waiting("", "Initialized"))),
        new("crash.image", () => End(Waiting("ImagePullBackOff")), () => End(Waiting("ContainerCreating"))),
        new("crash.configuration", () => End(Waiting("CreateContainerConfigError")), () => End(Waiting("CreateContainerError"))),
        new("crash.waits", () => End(Waiting("PodInitializing")), () => End(Waiting("ErrImagePull"))),
        new("permissions", () => Permissions(User(65532, "/tmp", 0x3ff)), () => Permissions(User(65532, "/tmp", 0x1ed))),
        new("permissions.unknown", () => Permissions(new CaseBuilder()), () => Permissions(User(65532, "/tmp", 0x3ff))),
        new("permissions.tmp", () => Permissions(User(65532, "/tmp", 0x1ed)), () => Permissions(User(65532, "/tmp", 0x3ff))),
        new("permissions.runs-as-root", () => Permissions(NonRoot(0)), () => Permissions(NonRoot(65532))),
        new("permissions.volume", () => Permissions(Volume(0x1ed)), () => Permissions(Volume(0x1ff))),
        new("permissions.port", () => Permissions(Port(80)), () => Permissions(Port(8080))),
        new("scratch.needs", () => Scratch(Full()), () => Scratch(Bare())),
        new("scratch.unknown", () => Scratch(new CaseBuilder()), () => Scratch(Full())),
        new("scratch.passwd", () => Scratch(Bare()), () => Scratch(Full())),
        new("scratch.tmp", () => Scratch(Bare()), () => Scratch(Full())),
        new("scratch.ca", () => Scratch(Bare()), () => Scratch(Full())),
        new("scratch.zones", () => Scratch(Bare()), () => Scratch(Full())),
        new("musl.none", () => Musl(Glibc()), () => Musl(Alpine())),
        new("musl.unknown", () => Musl(new CaseBuilder()), () => Musl(Alpine())),
        new("musl.resolver", () => Musl(Alpine()), () => Musl(Glibc())),
        new("musl.stack", () => Musl(Alpine(139)), () => Musl(Alpine(134))),
        new("musl.locale", () => Musl(Alpine(locale: "de_DE.UTF-8")), () => Musl(Alpine(locale: "C.UTF-8"))),
    ];

    private static IEnumerable<string> End(CaseBuilder build) => Rules(new EndCheck(), build);

    private static IEnumerable<string> Permissions(CaseBuilder build) => Rules(new PermissionCheck(), build);

    private static IEnumerable<string> Scratch(CaseBuilder build) => Rules(new ScratchCheck(), build);

    private static IEnumerable<string> Musl(CaseBuilder build) => Rules(new MuslCheck(), build);

    private static IEnumerable<string> Rules(ICheck check, CaseBuilder build) => [.. check.Evaluate(CheckInputs.None, build.Build()).Select(finding => finding.Rule)];

    private static CaseBuilder With(Func<TargetDetails, TargetDetails> change)
    {
        var build = new CaseBuilder();
        build.Details = change(build.Details);
        return build;
    }

    private static CaseBuilder Ended(int code, string reason = "Error") => With(details => details with
    {
        Target = details.Target with { State = ContainerState.Waiting, Restarts = 5 },
        LastEnd = new EndFact(code, reason, null, null),
    });

    private static CaseBuilder Probed(string probe)
    {
        var build = Ended(137);
        build.Details = build.Details with { Events = [new EventFact(default, true, "Unhealthy", $"{probe} probe failed: 503")] };
        return build;
    }

    private static CaseBuilder Waiting(string reason, string? condition = null) => With(details => details with
    {
        Target = details.Target with { State = ContainerState.Waiting, Reason = reason },
        Conditions = condition is null ? [] : [new ConditionFact(condition, "False", "Unschedulable", "0/1 nodes are available")],
    });

    private static CaseBuilder User(int user, string path, int mode)
    {
        var entry = new FileEntry(path, FileKind.Directory, 0, (UnixFileMode)mode, default, null, 0, 0);
        return With(details => details with { Security = new SecurityFacts { UserId = user, GroupId = user } }).Add(new CapturedFile { Path = path, Entry = entry, Target = entry });
    }

    private static CaseBuilder NonRoot(int user) => With(details => details with { Security = new SecurityFacts { UserId = user, GroupId = user, RunAsNonRoot = true } });

    private static CaseBuilder Volume(int mode)
    {
        var build = User(65532, "/data", mode);
        build.Details = build.Details with { Mounts = [new MountFact("/data", "pvc data", false)] };
        return build;
    }

    private static CaseBuilder Port(int port) => With(details => details with { Ports = [port], Security = new SecurityFacts { UserId = 65532 } });

    private static CaseBuilder Bare() => new CaseBuilder().Absent(Looked);

    private static CaseBuilder Full() => new CaseBuilder().Absent(TrustPlaces.KnownBundles[1])
        .File(TrustPlaces.KnownBundles[0], "x").Directory("/usr/share/zoneinfo").File("/etc/passwd", "root:x:0:0::/root:/bin/sh\n").Directory("/tmp");

    private static CaseBuilder Glibc() => new CaseBuilder().File("/lib/x86_64-linux-gnu/libc.so.6", "GNU C Library (Debian GLIBC 2.36-9) stable release version 2.36.\n");

    private static CaseBuilder Alpine(int? code = null, string? locale = null)
    {
        var build = With(details => details with
        {
            LastEnd = code is { } exit ? new EndFact(exit, "Error", null, null) : null,
            Environment = locale is null ? [] : [new EnvironmentVariable("LANG", locale, "spec")],
        });
        return build.File("/etc/os-release", "ID=alpine\n").File("/lib/ld-musl-x86_64.so.1", "\u007fELF").File("/lib/apk/db/installed", "P:musl\nV:1.2.5-r10\nA:x86_64\n\n");
    }
}
