using DebugDeck.Core.Errors;
using DebugDeck.Kubernetes.Connection;
using DebugDeck.Kubernetes.Exec;
using DebugDeck.Kubernetes.Pods;

namespace DebugDeck.Kubernetes.Sessions;

/// <summary>Stops what keeps an ephemeral container running; its entry stays in the pod, which is the server's rule.</summary>
internal sealed class SleeperStop(KubeConnection connection, PodExec exec, SessionSearch search)
{
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(15);

    /// <exception cref="DebugDeckException">NotPermitted. Failed: it has not ended.</exception>
    public async Task RunAsync(PodKey place, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(EndLimit, connection.Clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            await using (var process = await exec.RunAsync(place, SleeperEnd.Command, both.Token))
            {
                await process.ExitCodeAsync(both.Token);
            }
        }
        catch (DebugDeckException error) when (error.Kind is not ErrorKind.NotPermitted)
        {
            // The script goes down with its container, more often than not.
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The look below tells.
        }

        if ((await search.InAsync(place, cancellationToken)).Any(session => session.Place.Container == place.Container))
        {
            await WaitForEndAsync(place, cancellationToken);
        }
    }

    private async Task WaitForEndAsync(PodKey place, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(EndLimit, connection.Clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            await foreach (var pod in new PodWait(connection, place).FollowAsync(both.Token))
            {
                if (pod.Status.EphemeralContainerStatuses?.FirstOrDefault(status => status.Name == place.Container)?.State?.Running is null)
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DebugDeckException(ErrorKind.Failed, $"{place.Container} in {place.Pod} has not ended", "it ends itself when its time is up");
        }
    }
}
