using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Images;
using DebugDeck.Kubernetes.Connection;
using DebugDeck.Kubernetes.Pods;

namespace DebugDeck.Kubernetes.Sessions;

/// <summary>Waits for a debug container to run. The wait ends as soon as it is clear that it will not, and in any case after some minutes.</summary>
internal sealed class SessionStart(KubeConnection connection, DebugPlan plan, IProgress<string> progress)
{
    // A large toolbox over a slow line; nobody waits for longer.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>The pod as it is when the container runs.</summary>
    /// <exception cref="DebugDeckException">Why it does not start, and what to do about it.</exception>
    public async Task<PodDocument> WaitAsync(PodKey place, CancellationToken cancellationToken)
    {
        var image = ImageReference.TryParse(plan.Toolbox.Image)?.Familiar ?? plan.Toolbox.Image;
        var judge = new StartJudge(place.Container, image, plan.Technique == DebugTechnique.Copy ? null : plan.Target.Container);
        using var limit = new CancellationTokenSource(Limit, connection.Clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var last = "";
        try
        {
            await foreach (var pod in new PodWait(connection, place).FollowAsync(both.Token))
            {
                switch (judge.Judge(pod))
                {
                    case StartState.Running:
                        return pod;
                    case StartState.Failed(var why):
                        throw why;
                    case StartState.Waiting(var words) when words != last:
                        progress.Report(last = words);
                        break;
                }
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DebugDeckException(
                ErrorKind.Failed,
                $"the debug container has not started for {Limit.TotalMinutes:0} minutes: {last}",
                $"`kubectl describe pod {place.Pod} -n {place.Namespace}` tells more; it may still start, and then `debugdeck sessions` lists it");
        }

        throw new DebugDeckException(ErrorKind.NotFound, $"pod {place.Pod} is gone");
    }
}
