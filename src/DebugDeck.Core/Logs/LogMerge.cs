using System.Runtime.CompilerServices;
using System.Threading.Channels;
using DebugDeck.Core.Errors;

namespace DebugDeck.Core.Logs;

/// <summary>Makes one log of several. One that cannot be read does not keep the others back: what is wrong with it is told apart.</summary>
public static class LogMerge
{
    // Unread lines of all logs together before their reading is made to wait.
    private const int MostPending = 256;

    /// <summary>Logs that have an end, in the order of time. A line without a time stays behind the one before it.</summary>
    /// <param name="logs">The logs.</param>
    /// <param name="failed">Hears which log could not be read, and why.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async IAsyncEnumerable<NamedLogLine> ByTimeAsync(
        IReadOnlyList<NamedLog> logs, Action<string, DebugDeckException> failed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sources = new List<(string Name, IAsyncEnumerator<LogLine> Lines, DateTimeOffset At)>();
        try
        {
            foreach (var log in logs)
            {
                sources.Add((log.Name, Guarded(log, failed, cancellationToken).GetAsyncEnumerator(cancellationToken), DateTimeOffset.MinValue));
                await AdvanceAsync(sources, sources.Count - 1);
            }

            while (sources.Count > 0)
            {
                var first = 0;
                for (var i = 1; i < sources.Count; i++)
                {
                    first = sources[i].At < sources[first].At ? i : first;
                }

                yield return new NamedLogLine(sources[first].Name, sources[first].Lines.Current);
                await AdvanceAsync(sources, first);
            }
        }
        finally
        {
            foreach (var source in sources)
            {
                await source.Lines.DisposeAsync();
            }
        }
    }

    /// <summary>Logs that go on, line by line as they come.</summary>
    /// <inheritdoc cref="ByTimeAsync"/>
    public static async IAsyncEnumerable<NamedLogLine> AsTheyComeAsync(
        IReadOnlyList<NamedLog> logs, Action<string, DebugDeckException> failed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var lines = Channel.CreateBounded<NamedLogLine>(MostPending);
        var reading = ReadAllAsync(logs, lines.Writer, failed, stop.Token);
        try
        {
            await foreach (var line in lines.Reader.ReadAllAsync(cancellationToken))
            {
                yield return line;
            }

            await reading;
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task ReadAllAsync(IReadOnlyList<NamedLog> logs, ChannelWriter<NamedLogLine> lines, Action<string, DebugDeckException> failed, CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(logs.Select(async log =>
            {
                await foreach (var line in Guarded(log, failed, cancellationToken))
                {
                    await lines.WriteAsync(new NamedLogLine(log.Name, line), cancellationToken);
                }
            }));
        }
        finally
        {
            lines.TryComplete();
        }
    }

    private static async Task AdvanceAsync(List<(string Name, IAsyncEnumerator<LogLine> Lines, DateTimeOffset At)> sources, int index)
    {
        var source = sources[index];
        if (await source.Lines.MoveNextAsync())
        {
            sources[index] = source with { At = source.Lines.Current.At ?? source.At };
            return;
        }

        sources.RemoveAt(index);
        await source.Lines.DisposeAsync();
    }

    private static async IAsyncEnumerable<LogLine> Guarded(NamedLog log, Action<string, DebugDeckException> failed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var lines = log.Lines.GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            try
            {
                if (!await lines.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (DebugDeckException error)
            {
                failed(log.Name, error);
                yield break;
            }

            yield return lines.Current;
        }
    }
}
