using System.Runtime.CompilerServices;
using DebugDeck.Core.Files;
using DebugDeck.Core.Files.Capture;
using DebugDeck.Core.Files.Remote;
using DebugDeck.Core.Targets;

namespace DebugDeck.Kubernetes.Files;

/// <summary>The files of a target, by the cheapest way there is when the first of them is asked for.</summary>
internal sealed class PodFiles(PodReach reach, Target target) : IContainerFiles, IFollowedArchives, IFileHashes
{
    private IContainerFiles? _files;

    public async Task<FileEntry?> StatAsync(string path, CancellationToken cancellationToken) =>
        await (await OpenAsync(cancellationToken)).StatAsync(path, cancellationToken);

    public async IAsyncEnumerable<FileEntry> ListAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var entry in (await OpenAsync(cancellationToken)).ListAsync(path, cancellationToken))
        {
            yield return entry;
        }
    }

    public async Task<byte[]> ReadAsync(string path, int limit, CancellationToken cancellationToken) =>
        await (await OpenAsync(cancellationToken)).ReadAsync(path, limit, cancellationToken);

    public async Task<Stream> ArchiveAsync(string path, CancellationToken cancellationToken) =>
        await (await OpenAsync(cancellationToken)).ArchiveAsync(path, cancellationToken);

    public async Task<FollowedArchive?> FollowAsync(string path, CancellationToken cancellationToken) =>
        await OpenAsync(cancellationToken) is IFollowedArchives files ? await files.FollowAsync(path, cancellationToken) : null;

    public async Task<FileCapture> CaptureAsync(IReadOnlyList<FileWish> wishes, CancellationToken cancellationToken) =>
        await (await OpenAsync(cancellationToken)).CaptureAsync(wishes, cancellationToken);

    public async Task<IReadOnlyDictionary<string, string>> HashAsync(string path, CancellationToken cancellationToken) =>
        await ((IFileHashes)await OpenAsync(cancellationToken)).HashAsync(path, cancellationToken);

    private async Task<IContainerFiles> OpenAsync(CancellationToken cancellationToken) => _files ??= await reach.OpenAsync(target, cancellationToken);
}
