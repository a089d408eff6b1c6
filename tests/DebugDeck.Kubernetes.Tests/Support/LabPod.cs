using DebugDeck.Core.Logs;
using DebugDeck.Core.Targets;
using DebugDeck.Kubernetes.Logs;
using DebugDeck.Kubernetes.Pods;
using DebugDeck.Kubernetes.Sessions;

namespace DebugDeck.Kubernetes.Tests.Support;

/// <summary>A pod of a test's own; it is deleted with it.</summary>
internal sealed class LabPod(Lab lab, Target target) : IAsyncDisposable
{
    public Target Target => target;

    /// <summary>Waits until it has written so many lines.</summary>
    public Task LinesAsync(int count) => Lab.UntilAsync(async () =>
        await new PodLogs(lab.Admin).ReadAsync(target, new LogRequest(), TestContext.Current.CancellationToken).CountAsync(TestContext.Current.CancellationToken) >= count);

    public async ValueTask DisposeAsync() => await new PodWrites(lab.Admin).DeleteAsync(PodKey.Of(target), CancellationToken.None);
}
