using System.Globalization;
using System.Runtime.CompilerServices;
using DebugDeck.Practice.Containers;

namespace DebugDeck.Practice.Lifecycle;

/// <summary>
/// What one run of a container has written. Scripted lines are not stored: which line was written when follows from the script and the
/// start, so a log of days costs nothing. What a real program of the practice world prints is kept.
/// </summary>
internal sealed class ContainerLog(LifeScript script, DateTimeOffset startedAt, TimeProvider clock)
{
    private const int MostKept = 5_000;
    private readonly Lock _lock = new();
    private readonly LinkedList<LogRecord> _printed = [];
    private long _count;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset? _endedAt;

    public void Append(string text)
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            _printed.AddLast(new LogRecord(clock.GetUtcNow(), text));
            _count++;
            if (_printed.Count > MostKept)
            {
                _printed.RemoveFirst();
            }

            (changed, _changed) = (_changed, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        changed.TrySetResult();
    }

    /// <summary>No more lines come.</summary>
    public void End(DateTimeOffset at)
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            _endedAt ??= at;
            changed = _changed;
        }

        changed.TrySetResult();
    }

    public async IAsyncEnumerable<LogRecord> ReadAsync(LogQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var until = Min(_endedAt ?? clock.GetUtcNow());
        var (scripted, printed, seen) = (CountUntil(until), Printed(), _count);
        foreach (var record in Tail(scripted, printed, query))
        {
            yield return record;
        }

        while (query.Follow)
        {
            Task changed;
            bool ended;
            lock (_lock)
            {
                (changed, ended) = (_changed.Task, _endedAt is not null);
            }

            var now = Min(_endedAt ?? clock.GetUtcNow());
            for (var count = CountUntil(now); scripted < count; scripted++)
            {
                yield return Scripted(scripted);
            }

            foreach (var record in NewSince(ref seen))
            {
                yield return record;
            }

            if (ended)
            {
                yield break;
            }

            await WaitAsync(changed, scripted, cancellationToken);
        }
    }

    private async Task WaitAsync(Task changed, long next, CancellationToken cancellationToken)
    {
        if (!changed.IsCompleted)
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var pause = script.Repeat.Count == 0 ? TimeSpan.FromHours(1) : TimeOf(next) - clock.GetUtcNow();
            var timer = Task.Delay(pause > TimeSpan.Zero ? pause : TimeSpan.Zero, clock, stop.Token);
            await Task.WhenAny(changed, timer);
            await stop.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private IEnumerable<LogRecord> Tail(long scripted, IReadOnlyList<LogRecord> printed, LogQuery query)
    {
        var first = query.TailLines is { } tail ? Math.Max(scripted - tail, 0) : Math.Max(scripted - MostKept, 0);
        var records = new List<LogRecord>();
        for (var i = first; i < scripted; i++)
        {
            records.Add(Scripted(i));
        }

        IEnumerable<LogRecord> all = records.Concat(printed).OrderBy(record => record.Time);
        all = query.Since is { } since ? all.Where(record => record.Time >= since) : all;
        return query.TailLines is { } most ? all.TakeLast((int)Math.Min(most, int.MaxValue)) : all;
    }

    private LogRecord[] Printed()
    {
        lock (_lock)
        {
            return [.. _printed];
        }
    }

    private List<LogRecord> NewSince(ref long seen)
    {
        lock (_lock)
        {
            var records = _printed.Skip(_printed.Count - (int)Math.Min(_count - seen, _printed.Count)).ToList();
            seen = _count;
            return records;
        }
    }

    private DateTimeOffset Min(DateTimeOffset time) => script.ExitAfter is { } after && startedAt + after < time ? startedAt + after : time;

    private long CountUntil(DateTimeOffset time) => script.Start.Count
        + (script.Repeat.Count == 0 || time < startedAt + script.Every ? 0 : (time - startedAt).Ticks / script.Every.Ticks);

    private DateTimeOffset TimeOf(long index) => index < script.Start.Count
        ? startedAt + TimeSpan.FromMilliseconds(index)
        : startedAt + ((index - script.Start.Count + 1) * script.Every);

    private LogRecord Scripted(long index)
    {
        var line = index < script.Start.Count ? script.Start[(int)index] : script.Repeat[(int)((index - script.Start.Count) % script.Repeat.Count)];
        var time = TimeOf(index);
        var text = line.Replace("{time}", time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{n}", index.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return new LogRecord(time, text);
    }
}
