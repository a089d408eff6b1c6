using System.Collections.Concurrent;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Files;
using DebugDeck.Core.Shells;
using DebugDeck.Core.Targets;
using DebugDeck.Docker.Files;

namespace DebugDeck.Docker.Shells;

/// <summary>
/// Looks for shells through the archive API, without running anything and in any state of the container.
/// <para>
/// A verdict holds for an image as long as the looked-at folders of a container are the image's. `docker diff` would tell, but costs 10 to 17 ms a
/// container even for a 2 MB image (engine 20.10, overlay2: it walks the whole tree), more than looking anew. The folders' modification times tell the same for
/// one HEAD each (0.5 ms): they change with every name added or removed. What was compared is trusted for <see cref="ShellCache.Fresh"/>, on disk too, so listing 50 known containers again costs no question at all.
/// </para>
/// </summary>
public sealed class DockerShellProbe(DockerConnection connection, ShellCache cache) : IDisposable
{
    // More at a time make nothing faster on two cores, and the engine has other users.
    private readonly SemaphoreSlim _slots = new(4, 4);
    private readonly ConcurrentDictionary<ShellKey, Lazy<Task<ShellFinding>>> _underWay = new();
    private int _callers;

    /// <summary>Says whether the container has a shell.</summary>
    /// <exception cref="DebugDeckException">NotFound: the container is gone. Unreachable: the engine is.</exception>
    public async Task<ShellFinding> FindAsync(Target target, CancellationToken cancellationToken)
    {
        var run = ContainerRun.Of(target);
        if (run is not null && await cache.FindAsync(run, cancellationToken) is { } known)
        {
            return known;
        }

        Interlocked.Increment(ref _callers);
        try
        {
            await _slots.WaitAsync(cancellationToken);
            try
            {
                return await LookAsync(target, run, cancellationToken);
            }
            finally
            {
                _slots.Release();
            }
        }
        finally
        {
            // The last of a batch writes what the batch has learnt; it is not lost because that one was cancelled.
            if (Interlocked.Decrement(ref _callers) == 0)
            {
                await cache.SaveAsync(CancellationToken.None);
            }
        }
    }

    public void Dispose() => _slots.Dispose();

    private async Task<ShellFinding> LookAsync(Target target, ContainerRun? run, CancellationToken cancellationToken)
    {
        // A missing container and a missing path are the same answer to a HEAD, so the container is asked for first.
        var container = await connection.AskAsync(
            $"container '{target.Name}'", (engine, token) => engine.Containers.InspectContainerAsync(target.Id, token), cancellationToken);
        var mounts = ContainerMounts.Of(container);
        Task<FileEntry?> StatAsync(string path, CancellationToken token) => PathStat.AskAsync(connection, target.Id, path, token);

        var folders = await ShellFolders.LookAsync(StatAsync, folder => mounts.Hiding(folder) is not null, cancellationToken);
        if (IsItsOwn(folders, mounts))
        {
            return await ShellSearch.FindAsync(folders, StatAsync, cancellationToken);
        }

        var key = new ShellKey(container.Image, folders.Fingerprint);
        var finding = await cache.FindAsync(key, cancellationToken) ?? await ShareAsync(key, () => ShellSearch.FindAsync(folders, StatAsync, cancellationToken), cancellationToken);
        cache.Remember(key, finding, run);
        return finding;
    }

    // Volumes change without any trace in the container, so nothing about them is remembered.
    private static bool IsItsOwn(ShellFolders folders, ContainerMounts mounts) =>
        folders.All.Any(folder => folder.IsHidden)
        || folders.All.Any(folder => folder.Path is { } path && mounts.Volumes.Any(mount => ContainerPath.IsWithin(path, mount) || ContainerPath.IsWithin(mount, path)));

    private async Task<ShellFinding> ShareAsync(ShellKey key, Func<Task<ShellFinding>> search, CancellationToken cancellationToken)
    {
        while (true)
        {
            var mine = new Lazy<Task<ShellFinding>>(search);
            var shared = _underWay.GetOrAdd(key, mine);
            try
            {
                return await shared.Value.WaitAsync(cancellationToken);
            }
            catch (Exception) when (shared != mine && !cancellationToken.IsCancellationRequested)
            {
                // Whoever searched was cancelled, or its container went away; that is no verdict about ours.
                _underWay.TryRemove(new(key, shared));
            }
            finally
            {
                if (shared == mine)
                {
                    _underWay.TryRemove(new(key, mine));
                }
            }
        }
    }
}
