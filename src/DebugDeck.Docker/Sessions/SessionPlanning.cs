using System.Globalization;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Targets;

namespace DebugDeck.Docker.Sessions;

/// <summary>Decides how a debug container gets to a target, from inspected facts alone.</summary>
internal static class SessionPlanning
{
    /// <summary>Stands in a plan for a process id that only a look from inside the shared namespace can tell.</summary>
    public const string UnknownRoot = "/proc/PID/root";

    // The engine itself takes a container for stable once it has run this long: only then does it forget the delay before the next restart.
    private static readonly TimeSpan Stable = TimeSpan.FromSeconds(10);

    public static DebugPlan Decide(Target target, DebugRequest request, TargetFacts facts, ToolboxCatalog toolboxes, HostInfo host)
    {
        if (request.Profile is not ("auto" or ""))
        {
            throw new DebugDeckException(ErrorKind.Usage, $"an engine knows no profile '{request.Profile}'", "leave --profile out: profiles are for Kubernetes");
        }

        var toolbox = toolboxes.Find(request.Toolbox, facts.PresentImages.Contains);
        var plan = TechniqueFor(facts) == DebugTechnique.Sidecar
            ? Sidecar(target, request, facts, toolbox)
            : Copy(target, request, facts, toolbox, toolboxes);
        var candidate = EngineCandidate.For(plan);
        return plan with
        {
            EquivalentCommand = EquivalentCommand.For(plan, facts, host),
            Identity = EngineCandidate.Identity(facts.Config.User),
            Candidates = [candidate],
            Chosen = candidate,
        };
    }

    /// <exception cref="DebugDeckException">Failed: nothing can be started for a container that is being removed.</exception>
    public static DebugTechnique TechniqueFor(TargetFacts facts)
    {
        var state = facts.State;
        if (state.Status == "removing")
        {
            throw new DebugDeckException(ErrorKind.Failed, $"{facts.Name} is being removed");
        }

        return state is { Running: true, Restarting: not true } && !IsCrashLooping(facts) ? DebugTechnique.Sidecar : DebugTechnique.Copy;
    }

    private static DebugPlan Sidecar(Target target, DebugRequest request, TargetFacts facts, Toolbox toolbox)
    {
        var joinsIpc = facts.IpcMode is "shareable" or "host";
        var warnings = new List<string>();
        if (facts.State.Paused == true)
        {
            warnings.Add("the target is paused: its files, processes and sockets can be looked at, but it answers nothing until it is unpaused");
        }

        if (facts.PidMode == "host")
        {
            warnings.Add("the target shares the machine's process namespace: every process of the machine is visible, and killing one hits the machine");
        }
        else if (facts.PidMode.Length > 0)
        {
            warnings.Add("the target shares another container's process namespace: which process is its own is found when the session starts");
        }

        return new DebugPlan
        {
            Target = target,
            Technique = DebugTechnique.Sidecar,
            Toolbox = toolbox,
            TimeLimit = request.TimeLimit,
            User = "0:0",
            Capabilities = ["SYS_PTRACE"],
            SharedNamespaces = joinsIpc ? ["pid", "network", "ipc"] : ["pid", "network"],
            TargetRoot = facts.PidMode switch
            {
                "" or "private" => "/proc/1/root",
                "host" => $"/proc/{facts.State.Pid}/root",
                _ => UnknownRoot,
            },
            EquivalentCommand = "",
            Warnings = warnings,
        };
    }

    private static DebugPlan Copy(Target target, DebugRequest request, TargetFacts facts, Toolbox asked, ToolboxCatalog toolboxes)
    {
        if (facts.Image is null)
        {
            throw new DebugDeckException(
                ErrorKind.NotFound,
                $"{facts.Name} does not run, and the image it was made from is gone, so there is nothing to make a copy of",
                "its files and its log can still be read: `debugdeck cp`, `debugdeck files`, `debugdeck logs`");
        }

        var warnings = new List<string>
        {
            IsCrashLooping(facts)
                ? "the target keeps ending and being restarted: this is a copy of it with a shell as its entry point, not the target itself"
                : "the target does not run: this is a copy of it with a shell as its entry point, not the target itself",
        };
        var toolbox = StaticToolbox(asked, facts, toolboxes);
        if (toolbox.Name != asked.Name)
        {
            warnings.Add($"{asked.Name} cannot be used in a copy: only a statically linked program runs beside the files of another image, so the copy gets busybox");
        }

        if (facts.Container.Mounts is { Count: > 0 })
        {
            warnings.Add("its volumes are the target's own: what is changed in them stays changed");
        }

        if (TargetFacts.NetworkOwner(facts.Container) is not null && !facts.NetworkOwnerRuns)
        {
            warnings.Add("the container whose network the target uses does not run: the copy gets the engine's default network");
        }

        return new DebugPlan
        {
            Target = target,
            Technique = DebugTechnique.Copy,
            Toolbox = toolbox,
            TimeLimit = request.TimeLimit,
            User = facts.Config.User is { Length: > 0 } user ? user : "0:0",
            Capabilities = [.. facts.Host.CapAdd ?? []],
            TargetRoot = "/",
            EquivalentCommand = "",
            Warnings = warnings,
        };
    }

    // An image of the user's own choice may well be static, which starting will tell; what is known not to be is not tried.
    private static Toolbox StaticToolbox(Toolbox asked, TargetFacts facts, ToolboxCatalog toolboxes)
    {
        if (asked.Name == "netshoot")
        {
            asked = toolboxes.Find(ToolboxCatalog.Busybox, facts.PresentImages.Contains);
        }

        return asked.Name == ToolboxCatalog.Busybox && toolboxes.Candidates(ToolboxCatalog.StaticBusybox).FirstOrDefault(facts.PresentImages.Contains) is { } musl
            ? asked with { Image = musl }
            : asked;
    }

    private static bool IsCrashLooping(TargetFacts facts) =>
        facts.State is { Restarting: true }
        || (facts is { Container.RestartCount: > 0, State.Running: true }
            && DateTimeOffset.TryParse(facts.Run, CultureInfo.InvariantCulture, out var started)
            && facts.Now - started < Stable);
}
