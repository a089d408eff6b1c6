using System.IO.Pipelines;
using System.Text;
using DebugDeck.Practice.Containers;

namespace DebugDeck.Practice.Shell.Terminals;

/// <summary>
/// A terminal's line discipline: it echoes what is typed, lets a line be corrected, turns Ctrl-C into an interrupt and Ctrl-D into the
/// end of input, and sends a carriage return before each line end.
/// </summary>
internal sealed class Terminal
{
    private const byte EndOfText = 3;
    private const byte EndOfTransmission = 4;
    private const byte Backspace = 8;
    private const byte KillLine = 21;
    private const byte KillWord = 23;
    private const byte Delete = 127;

    private readonly IExecStreams _streams;
    private readonly Pipe _lines = new(new PipeOptions(useSynchronizationContext: false));
    private readonly List<byte> _line = [];

    public Terminal(IExecStreams streams)
    {
        _streams = streams;
        Input = new TerminalInput(_lines.Reader);
        Output = new TerminalOutput(streams);
    }

    /// <summary>Whole lines, as programs read them.</summary>
    public Stream Input { get; }

    public Stream Output { get; }

    public TerminalSize Size => _streams.Size;

    /// <summary>What Ctrl-C does: the process in the foreground sets it.</summary>
    public Action Interrupted { get; set; } = () => { };

    /// <summary>Carries the client's keys until the client is gone.</summary>
    public async Task PumpAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await _streams.ReadAsync(cancellationToken) is { Length: > 0 } keys)
            {
                for (var i = 0; i < keys.Length; i++)
                {
                    await TypeAsync(keys.Span[i], cancellationToken);
                }
            }
        }
        finally
        {
            await _lines.Writer.CompleteAsync();
        }
    }

    private async Task TypeAsync(byte key, CancellationToken cancellationToken)
    {
        switch (key)
        {
            case EndOfText:
                _line.Clear();
                await EchoAsync("^C", cancellationToken);
                Interrupted();
                break;
            case EndOfTransmission:
                await SubmitAsync(isEnd: _line.Count == 0, cancellationToken);
                break;
            case Backspace or Delete:
                await EraseAsync(1, cancellationToken);
                break;
            case KillLine:
                await EraseAsync(_line.Count, cancellationToken);
                break;
            case KillWord:
                var text = Encoding.UTF8.GetString([.. _line]).TrimEnd(' ');
                await EraseAsync(_line.Count - Encoding.UTF8.GetByteCount(text[..(text.LastIndexOf(' ') + 1)]), cancellationToken);
                break;
            case (byte)'\r' or (byte)'\n':
                _line.Add((byte)'\n');
                await EchoAsync("\n", cancellationToken);
                await SubmitAsync(isEnd: false, cancellationToken);
                break;
            default:
                _line.Add(key);
                await _streams.WriteOutputAsync(new[] { key }, cancellationToken);
                break;
        }
    }

    private async Task EraseAsync(int count, CancellationToken cancellationToken)
    {
        for (; count > 0 && _line.Count > 0; count--)
        {
            // The bytes of one character go together.
            var last = _line[^1];
            _line.RemoveAt(_line.Count - 1);
            if ((last & 0xC0) != 0x80)
            {
                await EchoAsync("\b \b", cancellationToken);
            }
            else
            {
                count++;
            }
        }
    }

    private async Task SubmitAsync(bool isEnd, CancellationToken cancellationToken)
    {
        if (isEnd)
        {
            ((TerminalInput)Input).MarkEnd();
        }

        await _lines.Writer.WriteAsync(isEnd ? TerminalInput.EndMark : _line.ToArray(), cancellationToken);
        _line.Clear();
    }

    private ValueTask EchoAsync(string text, CancellationToken cancellationToken) =>
        Output.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
}
