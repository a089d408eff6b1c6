using System.Text.Json.Nodes;
using DebugDeck.Practice.Commands;
using DebugDeck.Practice.Worlds;

namespace DebugDeck.Practice.Lifecycle;

/// <summary>The life of one container: pulled, created, started, ended, and started again, each step told in the pod's status.</summary>
internal sealed class ContainerLife(RuntimeParts parts, PodLife pod, ContainerSlot slot)
{
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(10);
    private readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _failures;

    public Task Settled => _settled.Task;

    private bool IsEphemeral => slot.Role == ContainerRole.Ephemeral;

    private string FieldPath => slot.Role switch
    {
        ContainerRole.Init => $"spec.initContainers{{{slot.Name}}}",
        ContainerRole.Ephemeral => $"spec.ephemeralContainers{{{slot.Name}}}",
        _ => $"spec.containers{{{slot.Name}}}",
    };

    public async Task RunAsync()
    {
        try
        {
            Recall();
            while (!pod.Stopping.IsCancellationRequested)
            {
                var image = await PullAsync();
                if (await CreateAsync(image) is not { } run)
                {
                    continue;
                }

                var end = await run.Completion;
                ReportEnd(run, end);
                if (!Restarts(end.ExitCode))
                {
                    return;
                }

                await BackOffAsync(end);
            }
        }
        catch (OperationCanceledException) when (pod.Stopping.IsCancellationRequested)
        {
            // The pod goes, and its containers with it.
        }
        finally
        {
            _settled.TrySetResult();
        }
    }

    // A container that had been restarted before the world began.
    private void Recall()
    {
        if (Script() is { Restarts: > 0 } script)
        {
            _failures = slot.Restarts = script.Restarts;
        }
    }

    private LifeScript? Script() => parts.Scripts(pod.Key.Namespace!, pod.Key.Name, slot.Name);

    private async Task<ImageDefinition> PullAsync()
    {
        for (var attempt = 0; ; attempt++)
        {
            if (parts.Images.Find(slot.Image) is { PullError: null } image)
            {
                Tell("Normal", "Pulled", $"Container image \"{slot.Image}\" already present on machine and can be accessed by the pod");
                return image;
            }

            if (ImageProblem.Of(slot) is { } problem)
            {
                Tell("Warning", problem.Event, problem.Message);
                Wait(problem.Reason, problem.Message);
            }
            else
            {
                var message = parts.Images.PullError(slot.Image);
                Tell("Normal", "Pulling", $"Pulling image \"{slot.Image}\"");
                Tell("Warning", "Failed", $"Failed to pull image \"{slot.Image}\": {message}");
                Wait("ErrImagePull", message);
                await Task.Delay(attempt == 0 ? TimeSpan.FromSeconds(2) : TimeSpan.FromSeconds(1), parts.Clock, pod.Stopping);
                Tell("Normal", "BackOff", $"Back-off pulling image \"{slot.Image}\"");
                Wait("ImagePullBackOff", $"Back-off pulling image \"{slot.Image}\": ErrImagePull: {message}");
            }

            await Task.Delay(BackOff.Of(attempt + 1), parts.Clock, pod.Stopping);
        }
    }

    private async Task<ContainerRun?> CreateAsync(ImageDefinition image)
    {
        var id = ContainerIds.Next();
        try
        {
            TargetCheck.Demand(pod, slot);
            if (pod.Volumes.Missing is { } missing)
            {
                Tell("Warning", "FailedMount", $"MountVolume.SetUp failed for volume: {missing}");
                await Task.Delay(RetryInterval, parts.Clock, Settle());
                return null;
            }

            var process = parts.Factory.Create(pod.Pod, slot, image, pod.PidsFor(slot), pod.Network, pod.Volumes, id);
            Tell("Normal", "Created", "Container created");
            var run = parts.Starter.Start(slot, process, Script() ?? image.Life, id, pod.Own);
            (slot.Previous, slot.Current) = (slot.Current, run);
            Tell("Normal", "Started", "Container started");
            pod.Report(slot, status => ContainerStatus.Started(status, slot, run, image));
            _settled.TrySetResult();
            return run;
        }
        catch (ContainerConfigException e)
        {
            var message = e.Message.Contains("run", StringComparison.Ordinal) && e.Message.StartsWith("container", StringComparison.Ordinal)
                ? $"{e.Message} (pod: \"{pod.Key.Name}_{pod.Key.Namespace}({pod.Pod["metadata"]!["uid"]})\", container: {slot.Name})"
                : e.Message;
            Tell("Warning", "Failed", $"Error: {message}");
            Wait(e is TargetNotRunningException ? "CreateContainerError" : "CreateContainerConfigError", message);
            await Task.Delay(RetryInterval, parts.Clock, Settle());
            return null;
        }
        catch (ProgramMissingException e)
        {
            await FailStartAsync(id, image, e);
            return null;
        }
    }

    private async Task FailStartAsync(string id, ImageDefinition image, ProgramMissingException error)
    {
        var message = "failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: "
            + $"unable to start container process: {error.RuntimeMessage}";
        Tell("Warning", "Failed", $"Error: {message}");
        pod.Report(slot, status =>
        {
            ContainerStatus.Identify(status, slot, image, id);
            status["state"] = PodStatus.Waiting("RunContainerError", message);
            status["lastState"] = PodStatus.StartFailed(id, message, parts.Clock.GetUtcNow());
        });
        if (IsEphemeral)
        {
            // The kubelet never tries again, and never calls it terminated.
            await Task.Delay(Timeout.InfiniteTimeSpan, parts.Clock, Settle());
        }

        await Task.Delay(TimeSpan.FromSeconds(1), parts.Clock, Settle());
        await BackOffAsync(null);
    }

    private void ReportEnd(ContainerRun run, ContainerEnd end) => pod.Report(slot, status =>
    {
        status["state"] = PodStatus.Terminated(run, end);
        status["ready"] = slot.Role == ContainerRole.Init && end.ExitCode == 0;
        if (!IsEphemeral)
        {
            status["started"] = false;
        }
    });

    private bool Restarts(int exitCode) => !IsEphemeral && !pod.Stopping.IsCancellationRequested && ((string?)pod.Pod["spec"]?["restartPolicy"], slot.Role) switch
    {
        _ when slot.IsSidecar => true,
        (_, ContainerRole.Init) => exitCode != 0,
        ("Never", _) => false,
        ("OnFailure", _) => exitCode != 0,
        _ => true,
    };

    private async Task BackOffAsync(ContainerEnd? end)
    {
        var delay = BackOff.Of(++_failures);
        if (end is not null)
        {
            // The state says terminated for a moment before the back-off is told.
            await Task.Delay(TimeSpan.FromSeconds(1), parts.Clock, pod.Stopping);
        }

        Tell("Warning", "BackOff", $"Back-off restarting failed container {slot.Name} in pod {pod.Key.Name}_{pod.Key.Namespace}({pod.Pod["metadata"]!["uid"]})");
        pod.Report(slot, status =>
        {
            if (status["state"]?["terminated"] is { } terminated)
            {
                status["lastState"] = new JsonObject { ["terminated"] = terminated.DeepClone() };
            }

            status["state"] = PodStatus.Waiting(
                "CrashLoopBackOff",
                $"back-off {BackOff.Text(delay)} restarting failed container={slot.Name} pod={pod.Key.Name}_{pod.Key.Namespace}({pod.Pod["metadata"]!["uid"]})");
        });
        await Task.Delay(delay, parts.Clock, pod.Stopping);
        slot.Restarts++;
    }

    private void Wait(string reason, string message)
    {
        pod.Report(slot, status => status["state"] = PodStatus.Waiting(reason, message));
        _settled.TrySetResult();
    }

    private void Tell(string type, string reason, string message) => parts.Events.Record(pod.Pod, type, reason, message, FieldPath);

    private CancellationToken Settle()
    {
        _settled.TrySetResult();
        return pod.Stopping;
    }
}
