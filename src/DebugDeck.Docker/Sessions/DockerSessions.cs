using System.Security.Cryptography;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Images;
using Docker.DotNet.Models;

namespace DebugDeck.Docker.Sessions;

/// <summary>Starts, finds and ends the debug containers of one engine.</summary>
public sealed class DockerSessions(DockerConnection connection)
{
    private const string IdAlphabet = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int IdLength = 5;
    private const string NamePrefix = "debugdeck-";

    // A session that is about to end itself is no help to anybody.
    private static readonly TimeSpan WorthReusing = TimeSpan.FromMinutes(2);

    // A crash loop in its first run looks like any other start; that it is over shows when its namespaces are joined.
    private static readonly string[] JoinRefusals = ["is restarting", "is not running", "non running container"];

    private readonly TargetInspection _inspection = new(connection);
    private readonly ToolboxImages _images = new(connection);

    /// <summary>Starts what the plan says, or takes up the session of an earlier start that still runs.</summary>
    /// <exception cref="DebugDeckException">Failed: the toolbox cannot be fetched, or the target's state is not what the plan was made for any more.</exception>
    public async Task<IDebugSession> StartAsync(DebugPlan plan, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var facts = await _inspection.ReadAsync(plan.Target.Id, [], cancellationToken);
        if (SessionPlanning.TechniqueFor(facts) != plan.Technique)
        {
            throw new DebugDeckException(ErrorKind.Failed, $"{facts.Name} is {facts.State.Status} now, which is not what was planned for", "try again: the plan is made anew");
        }

        var found = plan.MayReuse ? await FindAsync(plan, facts, cancellationToken) : null;
        var session = found ?? await CreateAsync(plan, facts, progress, cancellationToken);
        return await ResolveRootAsync(session, facts, cancellationToken);
    }

    /// <summary>Every session on this engine, whoever started it.</summary>
    public async Task<IReadOnlyList<DebugSessionInfo>> ListAsync(CancellationToken cancellationToken) =>
    [
        .. (await ContainersAsync([SessionLabels.Session], cancellationToken))
            .Select(container => SessionLabels.Read(container.Labels, connection.Info.Name))
            .OfType<DebugSessionInfo>()
            .OrderBy(session => session.StartedAt),
    ];

    /// <summary>Ends a session and removes everything that belongs to it.</summary>
    /// <param name="id">Its id, or the name of its container.</param>
    /// <exception cref="DebugDeckException">NotFound: no session of ours has that id. Nothing else is ever removed.</exception>
    public async Task EndAsync(string id, CancellationToken cancellationToken)
    {
        var session = id.StartsWith(NamePrefix, StringComparison.Ordinal) ? id[NamePrefix.Length..] : id;
        var containers = session.Length == 0 ? [] : await ContainersAsync([$"{SessionLabels.Session}={session}"], cancellationToken);
        if (containers.Count == 0)
        {
            throw new DebugDeckException(ErrorKind.NotFound, $"{connection.Info.Name} has no session '{id}'", "`debugdeck sessions` lists them");
        }

        foreach (var container in containers)
        {
            await RemoveAsync(container.ID, cancellationToken);
        }
    }

    private async Task<DockerDebugSession?> FindAsync(DebugPlan plan, TargetFacts facts, CancellationToken cancellationToken)
    {
        var containers = await ContainersAsync(
            [
                $"{SessionLabels.Schema}={SessionLabels.CurrentSchema}",
                $"{SessionLabels.Target}={plan.Target.Id}",
                $"{SessionLabels.TargetRun}={facts.Run}",
                $"{SessionLabels.Technique}={SessionLabels.Written(plan.Technique)}",
                $"{SessionLabels.Toolbox}={plan.Toolbox.Image}",
            ],
            cancellationToken);
        var latest = connection.Clock.GetUtcNow() + (plan.TimeLimit < WorthReusing ? plan.TimeLimit / 2 : WorthReusing);
        return containers
            .Where(container => container.State == "running")
            .Select(container => (container.ID, Info: SessionLabels.Read(container.Labels, connection.Info.Name)))
            .Where(found => found.Info?.EndsAt > latest)
            .OrderByDescending(found => found.Info!.EndsAt)
            .Select(found => Session(found.Info!, plan, found.ID))
            .FirstOrDefault();
    }

    private async Task<DockerDebugSession> CreateAsync(DebugPlan plan, TargetFacts facts, IProgress<string> progress, CancellationToken cancellationToken)
    {
        await _images.EnsureAsync(plan.Toolbox.Image, progress, cancellationToken);
        var now = connection.Clock.GetUtcNow();
        var info = new DebugSessionInfo(
            RandomNumberGenerator.GetString(IdAlphabet, IdLength),
            connection.Info.Name,
            plan.Target.Address.ToString(),
            plan.Technique,
            ImageReference.Parse(plan.Toolbox.Image).Familiar,
            now,
            now + plan.TimeLimit,
            $"{Environment.UserName}@{Environment.MachineName}");
        var name = NamePrefix + info.Id;
        try
        {
            if (plan.Technique == DebugTechnique.Copy)
            {
                plan = plan with { Toolbox = await new CopyTools(connection, _images).FillAsync(plan.Toolbox, $"{name}-tools", info.Id, progress, cancellationToken) };
            }

            progress.Report("starting the debug container");
            var parameters = SessionContainer.For(plan, facts, $"{name}-tools");
            parameters.Name = name;
            parameters.Labels = SessionLabels.For(plan, facts.Run, info);
            var containerId = await StartContainerAsync(parameters, cancellationToken);
            if (plan.Technique == DebugTechnique.Copy)
            {
                // The copy holds the volume now; with its last container the engine removes it.
                await RemoveAsync($"{name}-tools", cancellationToken, withVolumes: false);
            }

            return Session(info, plan, containerId);
        }
        catch (Exception)
        {
            await AbandonAsync(info.Id);
            throw;
        }
    }

    private async Task<string> StartContainerAsync(CreateContainerParameters parameters, CancellationToken cancellationToken)
    {
        var created = await connection.AskAsync($"image '{parameters.Image}'", (engine, token) => engine.Containers.CreateContainerAsync(parameters, token), cancellationToken);
        try
        {
            await connection.AskAsync("such debug container any more", (engine, token) => engine.Containers.StartContainerAsync(created.ID, new ContainerStartParameters(), token), cancellationToken);
        }
        catch (DebugDeckException error) when (JoinRefusals.Any(words => error.Message.Contains(words, StringComparison.Ordinal)))
        {
            throw new DebugDeckException(ErrorKind.Failed, "the target has ended since this was planned", "try again: a target that does not run, or keeps ending, gets a copy", error);
        }
        catch (DebugDeckException error) when (error.Message.Contains("executable file not found", StringComparison.Ordinal))
        {
            throw new DebugDeckException(ErrorKind.Failed, $"the toolbox {parameters.Image} has no shell (`sh`)", "name a toolbox that has one: busybox, netshoot, alpine", error);
        }

        return created.ID;
    }

    private DockerDebugSession Session(DebugSessionInfo info, DebugPlan plan, string containerId) =>
        new(connection, info, plan, containerId, token => EndAsync(info.Id, token));

    private static async Task<IDebugSession> ResolveRootAsync(DockerDebugSession session, TargetFacts facts, CancellationToken cancellationToken)
    {
        if (session.Plan.TargetRoot != SessionPlanning.UnknownRoot)
        {
            return session;
        }

        var process = await session.FindFirstProcessAsync(facts.Container.ID, cancellationToken)
            ?? throw new DebugDeckException(ErrorKind.Failed, $"none of the processes that {facts.Name} shares a namespace with is its own", "has it just ended?");
        return session.WithRoot($"/proc/{process}/root");
    }

    private async Task<IList<ContainerListResponse>> ContainersAsync(IEnumerable<string> labels, CancellationToken cancellationToken) => await connection.AskAsync(
        "containers",
        (engine, token) => engine.Containers.ListContainersAsync(
            new ContainersListParameters
            {
                All = true,
                Filters = new Dictionary<string, IDictionary<string, bool>> { ["label"] = labels.ToDictionary(label => label, _ => true) },
            },
            token),
        cancellationToken);

    private async Task RemoveAsync(string container, CancellationToken cancellationToken, bool withVolumes = true)
    {
        try
        {
            await connection.AskAsync(
                $"container '{container}'",
                (engine, token) => engine.Containers.RemoveContainerAsync(container, new ContainerRemoveParameters { Force = true, RemoveVolumes = withVolumes }, token),
                cancellationToken);
        }
        catch (DebugDeckException error) when (error.Kind == ErrorKind.NotFound || error.Message.Contains("is already in progress", StringComparison.Ordinal))
        {
            // It ended itself in the meantime.
        }
    }

    private async Task AbandonAsync(string id)
    {
        try
        {
            await EndAsync(id, CancellationToken.None);
        }
        catch (DebugDeckException)
        {
            // Nothing was created yet, or the engine is gone; the failure that brought us here says so.
        }
    }
}
