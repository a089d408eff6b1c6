using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using DebugDeck.Practice.Commands;
using DebugDeck.Practice.Containers;
using DebugDeck.Practice.Processes;
using DebugDeck.Practice.Shell.Execution;
using DebugDeck.Practice.Shell.Terminals;

namespace DebugDeck.Practice.Lifecycle;

/// <summary>The node of the practice cluster: runs pods, and what clients run in them.</summary>
internal sealed class PracticeRuntime(RuntimeParts parts) : IContainerRuntime, IAsyncDisposable
{
    private readonly ConcurrentDictionary<ObjectKey, PodLife> _pods = [];
    private readonly ConcurrentDictionary<Task, bool> _stops = [];

    /// <summary>Starts the life of a pod that is in the cluster.</summary>
    public PodLife Start(JsonObject pod)
    {
        var life = new PodLife(parts, pod);
        _pods[life.Key] = life;
        life.Start();
        return life;
    }

    public async Task<int> ExecAsync(ContainerKey key, ExecRequest request, IExecStreams streams, CancellationToken cancellationToken)
    {
        var run = RunOf(key);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, run.Process.Killed);
        var environment = run.Process.Environment.ToDictionary();
        var errors = new ClientOutput(streams, isError: true);
        var table = new StreamTable(request.Stdin ? new ClientInput(streams) : Stream.Null, new ClientOutput(streams, isError: false), errors);
        Terminal? terminal = null;
        if (request.Tty)
        {
            terminal = new Terminal(streams);
            table = new StreamTable(request.Stdin ? terminal.Input : Stream.Null, terminal.Output, terminal.Output);
            environment.TryAdd("TERM", "xterm");
        }

        var start = new ProgramStart(request.Command, environment, table, environment.GetValueOrDefault("PATH"))
        {
            Prepare = process => Prepare(process, terminal),
        };
        var pump = terminal is null || !request.Stdin ? Task.CompletedTask : terminal.PumpAsync(ended.Token);
        try
        {
            return await ProgramLauncher.RunAsync(run.Process, start, ended.Token);
        }
        catch (ProgramMissingException e)
        {
            throw new ExecFailedException(e.RuntimeMessage);
        }
        catch (OperationCanceledException) when (run.Process.Killed.IsCancellationRequested)
        {
            return 128 + Signals.Kill;
        }
        finally
        {
            await ended.CancelAsync();
            await pump.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public async Task AttachAsync(ContainerKey key, IExecStreams streams, CancellationToken cancellationToken)
    {
        var slot = _pods.GetValueOrDefault(ObjectKey.Pod(key.Namespace, key.Pod))?.Find(key.Container);
        var run = RunOf(key);
        await run.Attach.AttachAsync(streams, (bool?)slot!.Spec["stdin"] == true, run.Completion, cancellationToken);
    }

    public IAsyncEnumerable<LogRecord> ReadLogsAsync(ContainerKey key, LogQuery query, CancellationToken cancellationToken)
    {
        var slot = _pods.GetValueOrDefault(ObjectKey.Pod(key.Namespace, key.Pod))?.Find(key.Container);
        var run = query.Previous && slot?.Current?.IsRunning == true ? slot.Previous : query.Previous ? slot?.Previous ?? slot?.Current : slot?.Current;
        return (run ?? throw new ContainerNotFoundException(key)).Log.ReadAsync(query, cancellationToken);
    }

    public void PodCreated(ObjectKey pod)
    {
        if (parts.Cluster.Find(pod) is { } created)
        {
            Start(created);
        }
    }

    public void EphemeralContainersAdded(ObjectKey pod)
    {
        if (parts.Cluster.Find(pod) is { } changed && _pods.TryGetValue(pod, out var life))
        {
            life.StartEphemeral(changed);
        }
    }

    public void PodDeleted(ObjectKey pod, TimeSpan gracePeriod)
    {
        var stop = StopAsync(pod, gracePeriod);
        _stops[stop] = true;
        _ = stop.ContinueWith(done => _stops.TryRemove(done, out _), TaskScheduler.Default);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var pod in _pods.Values)
        {
            await pod.DisposeAsync();
        }

        await Task.WhenAll(_stops.Keys);
    }

    private static void Prepare(Process process, Terminal? terminal)
    {
        process.Terminal = terminal;
        if (terminal is not null)
        {
            terminal.Interrupted = () => process.Signal(Signals.Interrupt);
        }
    }

    private ContainerRun RunOf(ContainerKey key) =>
        _pods.GetValueOrDefault(ObjectKey.Pod(key.Namespace, key.Pod))?.Find(key.Container)?.Current is { IsRunning: true } run
            ? run
            : throw new ContainerNotFoundException(key);

    private async Task StopAsync(ObjectKey pod, TimeSpan grace)
    {
        if (_pods.TryRemove(pod, out var life))
        {
            await life.StopAsync(grace);
            await life.DisposeAsync();
        }

        parts.Cluster.Remove(pod);
    }
}
