using System.Text.Json.Nodes;
using DebugDeck.Practice.Containers;

namespace DebugDeck.Practice.Scale;

/// <summary>Changes generated pods at a steady rate, as a busy cluster does.</summary>
internal sealed class PodChanges : IAsyncDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _running;

    public PodChanges(IClusterState cluster, int pods, double perSecond, TimeProvider time)
    {
        _running = pods > 0 && perSecond > 0 ? RunAsync(cluster, pods, perSecond, time, _stopping.Token) : Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    private static async Task RunAsync(IClusterState cluster, int pods, double perSecond, TimeProvider time, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Step, time);
        var due = 0.0;
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            due += perSecond * Step.TotalSeconds;
            for (; due >= 1; due--)
                cluster.Update(GeneratedPods.KeyOf(Random.Shared.Next(pods)), Change);
        }
    }

    /// <summary>A ready container stops being ready, or one that was not starts again.</summary>
    private static void Change(JsonObject pod)
    {
        var status = pod["status"]!["containerStatuses"]![0]!.AsObject();
        var wasReady = (bool)status["ready"]!;
        status["ready"] = !wasReady;
        if (wasReady)
            return;
        status["restartCount"] = (int)status["restartCount"]! + 1;
        status["state"] = new JsonObject { ["running"] = new JsonObject { ["startedAt"] = pod["metadata"]!["creationTimestamp"]!.ToString() } };
    }
}
