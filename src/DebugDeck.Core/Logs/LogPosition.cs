using DebugDeck.Core.Streams;

namespace DebugDeck.Core.Logs;

/// <summary>
/// How far a log has been delivered, so that after a broken connection it can be asked for again from there without losing or doubling a line.
/// Several lines may carry one stamp, and the two outputs are stamped before they are brought in order, so a line that is written later may be stamped a
/// little earlier: the log is asked for again from shortly before the last line, and what has been delivered since then is dropped, counted by stamp and output.
/// </summary>
/// <param name="floor">Nothing before it is wanted.</param>
/// <param name="isTail">The log is read from its middle: nothing before the first line delivered is wanted.</param>
public sealed class LogPosition(LogStamp? floor = null, bool isTail = false)
{
    // Far more than the two outputs are ever apart, far less than anybody minds to receive again.
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(200);

    // What the margin holds of a program that writes as fast as an engine can read.
    private const int Most = 1 << 17;

    private readonly Queue<(LogStamp Stamp, OutputChannel Channel)> _recent = new();
    private readonly Dictionary<(LogStamp, OutputChannel), int> _again = [];
    private LogStamp? _floor = floor;
    private LogStamp? _latest;

    /// <summary>Where to ask from: null if nothing has been delivered.</summary>
    public LogStamp? Since { get; private set; }

    /// <summary>Begins right after a line that is not wanted itself.</summary>
    public void BeginAfter(LogStamp stamp) => Since = _floor = new LogStamp(stamp.Nanoseconds + 1);

    /// <summary>Notes a line that has been delivered. <paramref name="oldestOpen"/> is the stamp of the oldest line that has begun and not ended: it has to come again as a whole.</summary>
    public void Delivered(StampedLine line, LogStamp? oldestOpen)
    {
        if (line.Stamp is not { } stamp)
        {
            return;
        }

        if (isTail)
        {
            _floor ??= stamp;
        }

        _recent.Enqueue((stamp, line.Channel));
        _latest = _latest is { } latest && latest > stamp ? latest : stamp;
        var since = _latest.Value.Add(-Margin);
        since = oldestOpen is { } open && open < since ? open : since;

        // What was stamped before is not sent again. The queue is all but sorted, so its head is the oldest or close to it.
        while (_recent.TryPeek(out var oldest) && (oldest.Stamp < since || _recent.Count > Most))
        {
            since = oldest.Stamp >= since ? new LogStamp(oldest.Stamp.Nanoseconds + 1) : since;
            _recent.Dequeue();
        }

        Since = _floor is { } bottom && bottom > since ? bottom : since;
    }

    /// <summary>The log is about to be asked for again from <see cref="Since"/>.</summary>
    public void AskAgain()
    {
        _again.Clear();
        foreach (var line in _recent)
        {
            if (line.Stamp >= Since)
            {
                _again[line] = _again.GetValueOrDefault(line) + 1;
            }
        }
    }

    /// <summary>False for a line that has been delivered before the log was asked for again.</summary>
    public bool IsNew(StampedLine line)
    {
        if (line.Stamp is not { } stamp || !_again.TryGetValue((stamp, line.Channel), out var left))
        {
            return true;
        }

        if (left == 1)
        {
            _again.Remove((stamp, line.Channel));
        }
        else
        {
            _again[(stamp, line.Channel)] = left - 1;
        }

        return false;
    }
}
