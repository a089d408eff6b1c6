using DebugDeck.Core.Errors;
using DebugDeck.Core.Files;
using DebugDeck.Core.Targets;
using DebugDeck.Kubernetes.Connection;
using DebugDeck.Kubernetes.Exec;

namespace DebugDeck.Kubernetes.Files;

/// <summary>The files of a target, read by its own tools.</summary>
internal sealed class PodFiles(KubeConnection connection, PodExec exec, Target target) : IContainerFiles
{
    public Task<FileEntry?> StatAsync(string path, CancellationToken cancellationToken) => throw Refusal();

    public IAsyncEnumerable<FileEntry> ListAsync(string path, CancellationToken cancellationToken) => throw Refusal();

    public Task<byte[]> ReadAsync(string path, int limit, CancellationToken cancellationToken) => throw Refusal();

    public Task<Stream> ArchiveAsync(string path, CancellationToken cancellationToken) => throw Refusal();

    private DebugDeckException Refusal() => new(
        ErrorKind.Failed, $"the files of {target.Address} on {connection.Context.Name} cannot be read by this version", "use `kubectl cp`", new InvalidOperationException(exec.ToString()));
}
