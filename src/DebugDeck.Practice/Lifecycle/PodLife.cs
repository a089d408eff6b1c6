using System.Text.Json.Nodes;
using DebugDeck.Practice.Containers;
using DebugDeck.Practice.Network;
using DebugDeck.Practice.Processes;

namespace DebugDeck.Practice.Lifecycle;

/// <summary>One pod on the node: its containers in their order, and what they share.</summary>
internal sealed class PodLife : IAsyncDisposable
{
    public const string Node = "practice";
    public const string NodeAddress = "192.0.2.2";

    private readonly Lock _lock = new();
    private readonly RuntimeParts _parts;
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<ContainerSlot> _slots = [];
    private readonly List<Task> _tasks = [];
    private readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? _pause;

    public PodLife(RuntimeParts parts, JsonObject pod)
    {
        (_parts, Pod) = (parts, pod);
        Key = ObjectKey.Pod((string)pod["metadata"]!["namespace"]!, (string)pod["metadata"]!["name"]!);
        Network = parts.Networks(pod);
        Volumes = new PodVolumes(pod, parts.Cluster);
        AddSlots("initContainers", ContainerRole.Init);
        AddSlots("containers", ContainerRole.Normal);
    }

    public ObjectKey Key { get; }

    /// <summary>The pod as it was created; its status is in the cluster.</summary>
    public JsonObject Pod { get; private set; }

    public PodNetwork Network { get; }

    public PodVolumes Volumes { get; }

    public CancellationToken Stopping => _stopping.Token;

    /// <summary>Completes when each container has come as far as it comes without waiting.</summary>
    public Task Settled => _settled.Task;

    private bool SharesPids => (bool?)Pod["spec"]?["shareProcessNamespace"] == true;

    public ContainerSlot? Find(string name)
    {
        lock (_lock)
        {
            return _slots.FirstOrDefault(slot => slot.Name == name);
        }
    }

    public void Start() => Own(StartAsync());

    /// <summary>Starts the ephemeral containers that are new.</summary>
    public void StartEphemeral(JsonObject pod)
    {
        Pod = pod;
        if (_parts.Unschedulable(pod) is not null)
        {
            return;
        }

        List<ContainerSlot> added;
        lock (_lock)
        {
            added = [.. Containers("ephemeralContainers")
                .Where(spec => _slots.All(slot => slot.Name != (string)spec["name"]!))
                .Select(spec => new ContainerSlot((string)spec["name"]!, ContainerRole.Ephemeral, spec))];
            _slots.AddRange(added);
        }

        foreach (var slot in added)
        {
            Report(slot, status => { });
            Own(new ContainerLife(_parts, this, slot).RunAsync());
        }
    }

    /// <summary>The process namespace for a container that is about to start.</summary>
    public PidNamespace PidsFor(ContainerSlot slot)
    {
        if ((bool?)Pod["spec"]?["hostPID"] == true)
        {
            return _parts.Host;
        }

        if (SharesPids)
        {
            return _pause!.Machine.Pids;
        }

        return (string?)slot.Spec["targetContainerName"] is { Length: > 0 } target
            ? Find(target)!.Current!.Machine.Pids
            : new PidNamespace(_parts.Host);
    }

    /// <summary>Changes the status of a container, and what follows from it for the pod.</summary>
    public void Report(ContainerSlot slot, Action<JsonObject> change)
    {
        var now = _parts.Clock.GetUtcNow();
        _parts.Cluster.Update(Key, pod =>
        {
            change(PodStatus.Of(pod, slot));
            PodStatus.Summarize(pod, now);
        });
        OwnerStatus.Refresh(_parts.Cluster, Pod, now);
    }

    public Task Own(Task task)
    {
        lock (_lock)
        {
            _tasks.Add(task);
        }

        return task;
    }

    /// <summary>Asks the processes to end, and ends them when the time is over.</summary>
    public async Task StopAsync(TimeSpan grace)
    {
        await _stopping.CancelAsync();
        List<ContainerRun> runs;
        lock (_lock)
        {
            runs = [.. _slots.Select(slot => slot.Current).OfType<ContainerRun>().Where(run => run.IsRunning)];
        }

        foreach (var run in runs)
        {
            run.Process.Signal(Signals.Terminate);
        }

        var ended = Task.WhenAll(runs.Select(run => run.Completion));
        if (grace > TimeSpan.Zero)
        {
            await Task.WhenAny(ended, Task.Delay(grace, _parts.Clock));
        }

        runs.ForEach(run => run.Process.Kill());
        await ended;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(TimeSpan.Zero);
        Task[] tasks;
        lock (_lock)
        {
            tasks = [.. _tasks];
        }

        await Task.WhenAll(tasks).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    private async Task StartAsync()
    {
        try
        {
            if (!Schedule())
            {
                return;
            }

            List<ContainerSlot> slots;
            lock (_lock)
            {
                slots = [.. _slots];
            }

            foreach (var init in slots.Where(slot => slot.Role == ContainerRole.Init))
            {
                var life = Own(new ContainerLife(_parts, this, init).RunAsync());
                if (!init.IsSidecar)
                {
                    // An init container that takes its time is a settled state too.
                    _ = await Task.WhenAny(life, Task.Delay(TimeSpan.FromMilliseconds(200), _stopping.Token));
                    _settled.TrySetResult();
                    await life;
                }
            }

            var lives = slots.Where(slot => slot.Role == ContainerRole.Normal).Select(slot => new ContainerLife(_parts, this, slot)).ToList();
            lives.ForEach(life => Own(life.RunAsync()));
            await Task.WhenAll(lives.Select(life => life.Settled)).WaitAsync(_stopping.Token);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The pod was deleted before it had started.
        }
        finally
        {
            _settled.TrySetResult();
        }
    }

    private bool Schedule()
    {
        var now = _parts.Clock.GetUtcNow();
        if (_parts.Unschedulable(Pod) is { } reason)
        {
            _parts.Cluster.Update(Key, pod => PodStatus.Condition((JsonObject)pod["status"]!, "PodScheduled", holds: false, "Unschedulable", reason, now));
            _parts.Events.Record(Pod, "Warning", "FailedScheduling", reason, component: "default-scheduler");
            return false;
        }

        _parts.Cluster.Update(Key, pod =>
        {
            pod["spec"]!["nodeName"] = Node;
            var status = pod["status"]!;
            status["hostIP"] = NodeAddress;
            status["hostIPs"] = new JsonArray(new JsonObject { ["ip"] = NodeAddress });
            status["podIP"] = Network.Address;
            status["podIPs"] = new JsonArray(new JsonObject { ["ip"] = Network.Address });
            status["startTime"] ??= PodStatus.Timestamp(now);
            foreach (var slot in _slots)
            {
                PodStatus.Of(pod, slot);
            }

            PodStatus.Summarize(pod, now);
        });
        _parts.Events.Record(Pod, "Normal", "Scheduled", $"Successfully assigned {Key.Namespace}/{Key.Name} to {Node}", component: "default-scheduler");
        if (SharesPids)
        {
            _pause = PauseProcess.Start(_parts, this);
        }

        return true;
    }

    private void AddSlots(string list, ContainerRole role) =>
        _slots.AddRange(Containers(list).Select(spec => new ContainerSlot((string)spec["name"]!, role, spec)));

    private IEnumerable<JsonObject> Containers(string list) => (Pod["spec"]?[list] as JsonArray ?? []).OfType<JsonObject>();
}
