using System.Globalization;
using DebugDeck.Core.Targets.Details;

namespace DebugDeck.Core.Diagnosis.Programs;

/// <summary>What an exit code means.</summary>
internal static class EndWords
{
    private const string Pods = "https://kubernetes.io/docs/tasks/debug/debug-application/debug-pods/";

    public static Finding Of(EndFact end, TargetDetails details, Severity severity)
    {
        var memory = details.Resources.GetValueOrDefault("limits.memory");
        var probe = details.Events.FirstOrDefault(fact => (fact.Reason is "Unhealthy" && Says(fact, "iveness")) || (fact.Reason is "Killing" && Says(fact, "failed liveness probe")) || (fact.Reason is "Killing" && Says(fact, "failed startup probe")));
        var isMemory = end.Reason == "OOMKilled" || details.Events.Any(fact => fact.Reason is "oom" or "OOMKilling");
        return end.ExitCode switch
        {
            _ when isMemory => new Finding("crash.out-of-memory", severity, $"It used more memory than it may{(memory is null ? "" : $" ({memory})")}", "The kernel ended it (SIGKILL, exit code 137) because its control group was at its limit. Either it needs more, or it leaks, or its runtime does not know the limit.")
            {
                Evidence = memory is null ? [] : [new Evidence("spec", "limits.memory", memory)],
                Fixes =
                [
                    new Fix(FixKind.Immediate, "Give it more memory", "yaml", "resources:\n  limits:\n    memory: 512Mi"),
                    new Fix(FixKind.Lasting, "Tell the runtime its limit", "yaml", "env:\n  - {name: GOMEMLIMIT, value: 450MiB}                              # Go\n  - {name: JAVA_TOOL_OPTIONS, value: -XX:MaxRAMPercentage=75}      # Java\n  - {name: NODE_OPTIONS, value: --max-old-space-size=400}          # Node\n  - {name: DOTNET_GCHeapHardLimitPercent, value: \"4B\"}             # .NET, hexadecimal"),
                ],
                Links = ["https://kubernetes.io/docs/tasks/configure-pod-container/assign-memory-resource/"],
            },
            137 or 143 when probe is not null => new Finding("crash.probe-killed", severity, "Its own health check ends it", "The kubelet restarts a container whose liveness or startup probe fails too often. The program may be well and only slow: at its start, or because the probe's time limit (1 s by default) is short.")
            {
                Evidence = [new Evidence("event", probe.Reason, probe.Message), .. details.Probes.Select(fact => new Evidence("spec", fact.Kind, $"{fact.Action}, {fact.Timing}"))],
                Fixes = [new Fix(FixKind.Immediate, "Give it time to start, and the probe time to answer", "yaml", "startupProbe:\n  httpGet: {path: /healthz, port: 8080}\n  periodSeconds: 5\n  failureThreshold: 60\nlivenessProbe:\n  httpGet: {path: /healthz, port: 8080}\n  timeoutSeconds: 5")],
                Links = ["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/"],
            },
            0 => new Finding("crash.ends-by-itself", details.Target.Restarts > 0 ? severity : Severity.Info, "The program ends by itself, with success", "Exit code 0: it did what it was asked and ended. A server should not: it may have been started with an argument that only prints something, or it went into the background."),
            126 => Simple("crash.not-executable", severity, "The program may not be executed", "Exit code 126: the file is there and lacks its execute bit, or is no program."),
            127 => Simple("crash.not-found", severity, "The program was not found", "Exit code 127: the program, or its loader, is not in the image. A shell in front of it says so with this code."),
            128 => Simple("crash.not-started", severity, "The runtime could not start the program", end.Message is { Length: > 0 } message ? message : "Exit code 128: its start failed."),
            139 => Simple("crash.segfault", severity, "It crashed: segmentation fault", "Exit code 139 is signal 11. A memory error in native code, a library of another C library, or, on musl, a stack that is too small: threads get 128 KiB there."),
            134 => Simple("crash.abort", severity, "It ended itself: abort", "Exit code 134 is signal 6: an assertion, an uncaught C++ exception, or a runtime that gave up. Its last lines say why."),
            132 => Simple("crash.illegal-instruction", severity, "It uses instructions that this processor does not have", "Exit code 132 is signal 4: built for a newer processor (x86-64-v3, AVX), or for another one."),
            135 => Simple("crash.bus-error", severity, "It crashed: bus error", "Exit code 135 is signal 7: most often a full /dev/shm or a mapped file that was cut short."),
            136 => Simple("crash.arithmetic", severity, "It crashed: division by zero", "Exit code 136 is signal 8."),
            137 => Simple("crash.killed", severity, "It was killed from outside", "Exit code 137 is signal 9, and nothing says that memory was the reason: somebody killed it, or it did not end in time when it was asked to (SIGTERM, then SIGKILL after the grace period). Beyond a container's own limit a node that runs out of memory kills too."),
            143 => Simple("crash.terminated", Severity.Info, "It was asked to end", "Exit code 143 is signal 15: a deployment, a drained node, a stop. Nothing is wrong with that."),
            130 => Simple("crash.interrupted", Severity.Info, "It was interrupted", "Exit code 130 is signal 2, as of Ctrl-C."),
            > 128 and < 160 => Simple("crash.signal", severity, string.Create(CultureInfo.InvariantCulture, $"It was ended by signal {end.ExitCode - 128}"), "Codes above 128 are 128 and the number of a signal."),
            _ => Simple("crash.exit-code", severity, string.Create(CultureInfo.InvariantCulture, $"The program ended itself with code {end.ExitCode}"), "It found a reason to give up, which is its own affair: the last lines of the previous log say which. Missing configuration, a dependency that does not answer, and a panic (Go: 2) are the usual ones."),
        };
    }

    private static bool Says(EventFact fact, string words) => fact.Message.Contains(words, StringComparison.OrdinalIgnoreCase);

    private static Finding Simple(string rule, Severity severity, string title, string explanation) => new(rule, severity, title, explanation)
    {
        Fixes = [new Fix(FixKind.Immediate, "Read what it said last", "shell", "debugdeck logs ADDRESS --previous --tail 50")],
        Links = [Pods],
    };
}
