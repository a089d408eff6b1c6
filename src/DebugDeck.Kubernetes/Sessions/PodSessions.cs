using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Files;
using DebugDeck.Core.Images;
using DebugDeck.Core.Targets;
using DebugDeck.Kubernetes.Connection;
using DebugDeck.Kubernetes.Exec;
using DebugDeck.Kubernetes.Inventory;
using DebugDeck.Kubernetes.Planning;
using DebugDeck.Kubernetes.Pods;

namespace DebugDeck.Kubernetes.Sessions;

/// <summary>Starts, finds and ends debug containers in pods.</summary>
/// <param name="connection">The cluster.</param>
/// <param name="exec">Starts processes in them.</param>
/// <param name="scope">The namespaces they are looked for in where the server does not show all.</param>
/// <param name="toolboxes">Where a copy gets its tools if those of the toolbox will not do; null for nowhere.</param>
internal sealed class PodSessions(KubeConnection connection, PodExec exec, PodScope scope, ToolboxCatalog? toolboxes = null)
{
    private readonly PodWrites _writes = new(connection);

    private SessionSearch Search => new(connection, scope.Fallback.Names);

    private SleeperStop Stop => new(connection, exec, Search);

    /// <summary>Starts what the plan says, or takes up the session that it names.</summary>
    /// <exception cref="DebugDeckException">NotPermitted: nothing may be started. Failed: it does not start; the sentence says why.</exception>
    public async Task<IDebugSession> StartAsync(DebugPlan plan, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var target = PodKey.Of(plan.Target);
        return plan.Technique switch
        {
            DebugTechnique.Exec => Inside(plan, target),
            DebugTechnique.Copy => await CopyWithToolsAsync(plan, target, progress, cancellationToken),
            _ => await EphemeralAsync(plan, target, progress, cancellationToken),
        };
    }

    /// <summary>Every session on this cluster, whoever started it.</summary>
    public async Task<IReadOnlyList<DebugSessionInfo>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await Search.AllAsync(cancellationToken)).Select(session => session.Info)];

    /// <summary>The sessions beside a target, those with the most time left first.</summary>
    public async Task<IReadOnlyList<PodSession>> BesideAsync(PodKey target, CancellationToken cancellationToken) =>
    [
        .. (await Search.InAsync(target, cancellationToken))
            .Where(session => session.Info.Technique == DebugTechnique.Ephemeral && session.Target == target.Container)
            .OrderByDescending(session => session.Info.EndsAt),
    ];

    /// <summary>The target's files through a session that runs beside it; null if none does, or none sees them.</summary>
    public async Task<IContainerFiles?> FilesBesideAsync(Target target, CancellationToken cancellationToken)
    {
        var sessions = await BesideAsync(PodKey.Of(target), cancellationToken);
        foreach (var running in sessions)
        {
            var session = await TakeUpAsync(running, Beside(running, target), cancellationToken);
            if (sessions.Count == 1 || await SeesAsync(session, cancellationToken))
            {
                return session.Files;
            }
        }

        return null;
    }

    /// <summary>A session that runs already, to be used once more.</summary>
    private async Task<IDebugSession> TakeUpAsync(PodSession session, DebugPlan plan, CancellationToken cancellationToken)
    {
        var pod = await new SessionStart(connection, plan, new Progress<string>()).WaitAsync(session.Place, cancellationToken);
        return await ResolveRootAsync(session.Place, session.Info, plan, pod, cancellationToken);
    }

    /// <summary>Ends a session.</summary>
    /// <param name="id">Its id, or the name of its container or pod.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="DebugDeckException">NotFound: no session of ours has that id.</exception>
    public async Task EndAsync(string id, CancellationToken cancellationToken)
    {
        var wanted = SessionMarks.Id(id);
        var found = (await Search.AllAsync(cancellationToken)).Where(session => session.Info.Id == wanted).ToList();
        if (found.Count == 0)
        {
            throw new DebugDeckException(ErrorKind.NotFound, $"{connection.Context.Name} has no session '{id}'", "`debugdeck sessions` lists them");
        }

        foreach (var session in found)
        {
            await (session.Info.Technique == DebugTechnique.Copy ? _writes.DeleteAsync(session.Place, cancellationToken) : Stop.RunAsync(session.Place, cancellationToken));
        }
    }

    // What started it is not known any more; what matters of it is.
    private static DebugPlan Beside(PodSession running, Target target) => new()
    {
        Target = target,
        Technique = DebugTechnique.Ephemeral,
        Toolbox = new Toolbox(running.Info.Toolbox, running.Image),
        TimeLimit = running.Info.EndsAt - running.Info.StartedAt,
        User = "",
        TargetRoot = "/proc/1/root",
        EquivalentCommand = "",
    };

    private static async Task<bool> SeesAsync(IDebugSession session, CancellationToken cancellationToken)
    {
        try
        {
            return await session.Files.StatAsync("/.", cancellationToken) is not null;
        }
        catch (DebugDeckException error) when (error.Kind is ErrorKind.NotPermitted or ErrorKind.Failed)
        {
            return false;
        }
    }

    private PodDebugSession Inside(DebugPlan plan, PodKey target)
    {
        var now = connection.Clock.GetUtcNow();

        // Nothing was started, so there is nothing to end, and nothing that ends by itself.
        return new PodDebugSession(exec, target, Info(plan, target, target.Container, now), plan, _ => Task.CompletedTask);
    }

    private async Task<IDebugSession> EphemeralAsync(DebugPlan plan, PodKey target, IProgress<string> progress, CancellationToken cancellationToken)
    {
        if (plan is { MayReuse: true, Reuses: { } name })
        {
            var running = (await BesideAsync(target, cancellationToken)).FirstOrDefault(session => session.Place.Container == name);
            if (running is not null)
            {
                return await TakeUpAsync(running, plan, cancellationToken);
            }
        }

        var (manifest, container) = Needed(plan);
        var place = target with { Container = container };
        progress.Report($"adding the debug container {container} to {target.Pod}");
        var before = connection.Clock.GetUtcNow();
        await _writes.AddContainerAsync(place, manifest, cancellationToken);
        var pod = await new SessionStart(connection, plan, progress).WaitAsync(place, cancellationToken);
        return await ResolveRootAsync(place, Info(plan, place, container, before), plan, pod, cancellationToken);
    }

    // Only a static busybox runs beside the files of another image, and whether this one is shows when it is there.
    private async Task<IDebugSession> CopyWithToolsAsync(DebugPlan plan, PodKey target, IProgress<string> progress, CancellationToken cancellationToken)
    {
        try
        {
            return await CopyAsync(plan, target, progress, cancellationToken);
        }
        catch (DebugDeckException error) when (error.InnerException is NeedsLibrariesException && toolboxes is not null && plan is { Manifest: not null, PodName: not null })
        {
            var tools = toolboxes.Find(ToolboxCatalog.StaticBusybox);
            progress.Report($"the busybox of {plan.Toolbox.Name} needs libraries of its own: trying {tools.Image}");
            // As long as the first, which may be as long as a name can be, and unlike it.
            var name = plan.PodName[..^1] + (plan.PodName[^1] == '2' ? '4' : '2');
            return await CopyAsync(
                plan with { Toolbox = tools, PodName = name, Manifest = CopyPod.WithToolsImage(plan.Manifest, tools.Image).Replace($"\"{plan.PodName}\"", $"\"{name}\"", StringComparison.Ordinal) },
                target,
                progress,
                cancellationToken);
        }
    }

    private async Task<IDebugSession> CopyAsync(DebugPlan plan, PodKey target, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var (manifest, container) = Needed(plan);
        var place = new PodKey(target.Namespace, plan.PodName ?? throw NothingPlanned(plan), "", container);
        progress.Report($"creating {place.Pod}");
        await _writes.CreateAsync(place.Namespace, manifest, cancellationToken);
        try
        {
            var pod = await new SessionStart(connection, plan, progress).WaitAsync(place, cancellationToken);
            place = place with { Uid = pod.Metadata.Uid };
            return new PodDebugSession(
                exec, place, Info(plan, target, place.Pod, connection.Clock.GetUtcNow()), plan, token => _writes.DeleteAsync(place, token));
        }
        catch (Exception)
        {
            // It is ours, and of no use to anybody.
            await AbandonAsync(place);
            throw;
        }
    }

    private async Task<IDebugSession> ResolveRootAsync(PodKey place, DebugSessionInfo info, DebugPlan plan, PodDocument pod, CancellationToken cancellationToken)
    {
        // Only in a process namespace of its own is the target's first process number 1.
        plan = plan with { TargetRoot = "/proc/1/root" };
        var session = new PodDebugSession(exec, place, info, plan, token => Stop.RunAsync(place, token));
        if (pod.Spec is not ({ ShareProcessNamespace: true } or { HostPID: true }))
        {
            return session;
        }

        var id = ContainerId(pod, plan.Target.Container) ?? throw new DebugDeckException(ErrorKind.Failed, $"{plan.Target.Container} does not run any more");
        var process = await session.FindFirstProcessAsync(id, cancellationToken)
            ?? throw new DebugDeckException(ErrorKind.Failed, $"none of the processes that {plan.Target.Container} shares a namespace with is its own", "has it just ended?");
        return new PodDebugSession(exec, place, info, plan with { TargetRoot = $"/proc/{process}/root" }, token => Stop.RunAsync(place, token));
    }

    private async Task AbandonAsync(PodKey copy)
    {
        try
        {
            await _writes.DeleteAsync(copy, CancellationToken.None);
        }
        catch (DebugDeckException)
        {
            // Its own time limit ends it; the failure that brought us here matters more.
        }
    }

    private DebugSessionInfo Info(DebugPlan plan, PodKey place, string name, DateTimeOffset now) => new(
        SessionMarks.Id(name),
        connection.Context.Name,
        plan.Target.Address.ToString(),
        plan.Technique,
        ImageReference.TryParse(plan.Toolbox.Image)?.Familiar ?? plan.Toolbox.Image,
        now,
        now + plan.TimeLimit,
        $"{Environment.UserName}@{Environment.MachineName}")
    {
        Namespace = place.Namespace,
    };

    private static string? ContainerId(PodDocument pod, string? container)
    {
        var statuses = (pod.Status.ContainerStatuses ?? []).Concat(pod.Status.InitContainerStatuses ?? []).Concat(pod.Status.EphemeralContainerStatuses ?? []);
        var id = statuses.FirstOrDefault(status => status.Name == container && status.State?.Running is not null)?.ContainerID;
        return id?[(id.LastIndexOf('/') + 1)..] is { Length: > 0 } plain ? plain : null;
    }

    private static (string Manifest, string Container) Needed(DebugPlan plan) =>
        plan is { Manifest: { } manifest, ContainerName: { } container } ? (manifest, container) : throw NothingPlanned(plan);

    private static DebugDeckException NothingPlanned(DebugPlan plan) => new(
        ErrorKind.NotPermitted,
        $"no debug container may be started for {plan.Target.Address}",
        plan.Advice is [var first, ..] ? first : "`debugdeck plan` shows what was tried and what to ask for");
}
