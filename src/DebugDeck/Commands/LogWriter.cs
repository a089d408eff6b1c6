using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DebugDeck.Core.Logs;
using DebugDeck.Core.Streams;
using DebugDeck.Core.Text;

namespace DebugDeck.Commands;

/// <summary>Writes the lines of a log as they come, in their order even where both outputs end in the same place.</summary>
/// <param name="output">Where the target's standard output goes.</param>
/// <param name="error">Where its standard error goes.</param>
/// <param name="timestamps">Put the time before each line.</param>
internal sealed partial class LogWriter(LogSink output, LogSink error, bool timestamps)
{
    // Lines come in bursts: a burst is one write, and its end is shown at once.
    private const int BufferSize = 64 * 1024;

    private readonly ArrayBufferWriter<byte> _pending = new(BufferSize);
    private LogSink? _sink;

    /// <summary>How many were written.</summary>
    public long Lines { get; private set; }

    public Task WriteAsync(IAsyncEnumerable<LogLine> lines, CancellationToken cancellationToken) =>
        WriteAsync(lines.Select(line => new NamedLogLine("", line)), _ => "", cancellationToken);

    /// <param name="lines">Of several logs.</param>
    /// <param name="before">What stands before a line of the log of that name.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task WriteAsync(IAsyncEnumerable<NamedLogLine> lines, Func<string, string> before, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var source = lines.GetAsyncEnumerator(stop.Token);
        Task<bool>? next = null;
        try
        {
            while (true)
            {
                next = source.MoveNextAsync().AsTask();
                if (!next.IsCompletedSuccessfully || _pending.WrittenCount >= BufferSize)
                {
                    Flush();
                }

                if (!await next)
                {
                    Flush();
                    return;
                }

                Add(before(source.Current.Name), source.Current.Line);
            }
        }
        finally
        {
            // A reader that went away leaves us waiting for a line nobody wants; a source must not be disposed while it is waited for.
            await stop.CancelAsync();
            await (next ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Add(string name, LogLine line)
    {
        var sink = line.Channel == OutputChannel.Error ? error : output;
        if (sink != _sink)
        {
            Flush();
            _sink = sink;
        }

        if (name.Length > 0)
        {
            _pending.Write(Encoding.UTF8.GetBytes(name));
        }

        if (timestamps)
        {
            var time = line.At?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z' ", CultureInfo.InvariantCulture);
            _pending.Write(Encoding.ASCII.GetBytes(time ?? "- "));
        }

        if (sink.IsWatched)
        {
            // Colours are harmless and common, but half of one can leave the prompt red: they go without a trace, all else is shown.
            _pending.Write(Encoding.UTF8.GetBytes(VisibleText.Escape(Colors().Replace(line.Text, ""), keepTabs: true)));
        }
        else
        {
            _pending.Write(line.Content.Span);
        }

        _pending.Write("\n"u8);
        Lines++;
    }

    private void Flush()
    {
        if (_sink is not null && _pending.WrittenCount > 0)
        {
            _sink.Stream.Write(_pending.WrittenSpan);
            _sink.Stream.Flush();
            _pending.ResetWrittenCount();
        }
    }

    [GeneratedRegex(@"\e\[[0-9;:]*m")]
    private static partial Regex Colors();
}
