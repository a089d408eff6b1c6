namespace DebugDeck.Core.Shells;

/// <summary>
/// Verdicts about shells, kept on disk between runs of the program. Read once, written by <see cref="SaveAsync"/>; several processes may share a
/// directory, and what one of them learns while another writes may be lost, which costs a second look and nothing else.
/// </summary>
public sealed class ShellCache(string directory, TimeProvider clock) : IDisposable
{
    /// <summary>
    /// How long a container's folders count as unchanged after they were compared. A list that is asked for again and again costs the engine
    /// nothing; a shell that somebody copies into a running container is still seen by the next look but a few.
    /// </summary>
    public static TimeSpan Fresh { get; } = TimeSpan.FromSeconds(30);

    private readonly string _path = Path.Combine(directory, "shells.json");
    private readonly Dictionary<ShellKey, ShellFinding> _findings = [];
    private readonly Dictionary<ContainerRun, Comparison> _runs = [];
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _file = new(1, 1);
    private volatile bool _isRead;
    private bool _isChanged;

    /// <summary>The verdict for an image with these folders; null if it has to be looked at.</summary>
    public async ValueTask<ShellFinding?> FindAsync(ShellKey key, CancellationToken cancellationToken)
    {
        await ReadOnceAsync(cancellationToken);
        lock (_lock)
        {
            return _findings.GetValueOrDefault(key);
        }
    }

    /// <summary>The verdict for a run of a container whose folders have been compared just now (<see cref="Fresh"/>); null if they have not.</summary>
    public async ValueTask<ShellFinding?> FindAsync(ContainerRun run, CancellationToken cancellationToken)
    {
        await ReadOnceAsync(cancellationToken);
        lock (_lock)
        {
            return _runs.TryGetValue(run, out var compared) && clock.GetUtcNow() - compared.At < Fresh ? _findings.GetValueOrDefault(compared.Key) : null;
        }
    }

    /// <summary>Keeps a verdict, and that it holds for this run of a container.</summary>
    public void Remember(ShellKey key, ShellFinding finding, ContainerRun? run)
    {
        lock (_lock)
        {
            _findings[key] = finding;
            if (run is not null)
            {
                _runs[run] = new Comparison(key, clock.GetUtcNow());
            }

            _isChanged = true;
        }
    }

    /// <summary>Writes what is new. A disk that refuses is no reason to fail: the next run looks again.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        await _file.WaitAsync(cancellationToken);
        try
        {
            lock (_lock)
            {
                if (!_isChanged)
                {
                    return;
                }

                _isChanged = false;
            }

            // Other processes may have learnt something since we read it.
            Merge(await ShellCacheFile.ReadAsync(_path, cancellationToken));
            await Snapshot().WriteAsync(_path, cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Read-only home directories and full disks are common where incidents are.
        }
        finally
        {
            _file.Release();
        }
    }

    public void Dispose() => _file.Dispose();

    private async ValueTask ReadOnceAsync(CancellationToken cancellationToken)
    {
        if (_isRead)
        {
            return;
        }

        await _file.WaitAsync(cancellationToken);
        try
        {
            if (!_isRead)
            {
                Merge(await ShellCacheFile.ReadAsync(_path, cancellationToken));
                _isRead = true;
            }
        }
        finally
        {
            _file.Release();
        }
    }

    private void Merge(ShellCacheFile file)
    {
        lock (_lock)
        {
            foreach (var image in file.Images)
            {
                _findings.TryAdd(new ShellKey(image.ImageId, image.Folders), new ShellFinding(image.Verdict, image.Path, image.Evidence));
            }

            foreach (var run in file.Runs)
            {
                var key = new ContainerRun(run.ContainerId, run.StartedAt);
                if (!_runs.TryGetValue(key, out var known) || known.At < run.ComparedAt)
                {
                    _runs[key] = new Comparison(new ShellKey(run.ImageId, run.Folders), run.ComparedAt);
                }
            }
        }
    }

    private ShellCacheFile Snapshot()
    {
        lock (_lock)
        {
            return ShellCacheFile.Empty with
            {
                Images = [.. _findings.Select(both => new ShellCacheFile.Image(both.Key.ImageId, both.Key.Folders, both.Value.Verdict, both.Value.Path, both.Value.Evidence))],
                Runs = [.. _runs.Select(both => new ShellCacheFile.Run(both.Key.ContainerId, both.Key.StartedAt, both.Value.Key.ImageId, both.Value.Key.Folders, both.Value.At))],
            };
        }
    }

    private readonly record struct Comparison(ShellKey Key, DateTimeOffset At);
}
