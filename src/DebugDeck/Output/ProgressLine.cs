using DebugDeck.Core.Text;

namespace DebugDeck.Output;

/// <summary>
/// One line on the terminal that says what is being waited for, overwritten in place and taken away at the end.
/// Nothing at all where the output is not a terminal.
/// </summary>
internal sealed class ProgressLine(OutputPort output, TimeProvider clock) : IProgress<string>, IDisposable
{
    // Fast enough to look alive, slow enough not to cost anything over ssh.
    private static readonly TimeSpan LeastPause = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private long _lastShown;
    private bool _isShown;
    private bool _isDone;

    /// <summary>Shows <paramref name="value"/> at once.</summary>
    public void Report(string value)
    {
        if (!output.IsTerminal)
        {
            return;
        }

        lock (_gate)
        {
            if (_isDone)
            {
                return;
            }

            _isShown = true;
            _lastShown = clock.GetTimestamp();
            output.Text.Write($"\r\e[K{CellWidth.Start(VisibleText.Escape(value), output.Columns - 1)}");
            output.Flush();
        }
    }

    /// <summary>Shows the text unless the line has just been written; for things that change all the time.</summary>
    public void ReportNowAndThen(Func<string> value)
    {
        if (output.IsTerminal && (!_isShown || clock.GetElapsedTime(_lastShown) >= LeastPause))
        {
            Report(value());
        }
    }

    /// <summary>Takes the line away, for something else to be said.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            if (_isShown)
            {
                _isShown = false;
                output.Text.Write("\r\e[K");
                output.Flush();
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            Clear();
            _isDone = true;
        }
    }
}
