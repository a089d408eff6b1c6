using DebugDeck.Core.Errors;

namespace DebugDeck.Docker.Sessions;

/// <summary>Notices that a container has ended, for as long as somebody cares.</summary>
internal sealed class ContainerEnd : IAsyncDisposable
{
    private readonly CancellationTokenSource _unneeded = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _watch;

    public ContainerEnd(DockerConnection connection, string containerId) => _watch = WatchAsync(connection, containerId);

    /// <summary>Completes when the container has ended; never if that cannot be found out.</summary>
    public Task Ended => _ended.Task;

    public async ValueTask DisposeAsync()
    {
        await _unneeded.CancelAsync();
        await _watch;
        _unneeded.Dispose();
    }

    private async Task WatchAsync(DockerConnection connection, string containerId)
    {
        try
        {
            await connection.Client.Containers.WaitContainerAsync(containerId, _unneeded.Token);
            _ended.SetResult();
        }
        catch (Exception error)
        {
            // Gone before we asked is ended. Anything else (an engine that is lost) shows itself where it matters: in the streams.
            if (!_unneeded.IsCancellationRequested && DockerErrors.Translate(error, connection.Info, "such container").Kind == ErrorKind.NotFound)
            {
                _ended.SetResult();
            }
        }
    }
}
