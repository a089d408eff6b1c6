using DebugDeck.Core.Streams;

namespace DebugDeck.Core.Logs;

/// <summary>Splits what an engine sends into lines: one reader for one answer of the engine.</summary>
/// <param name="isTty">The target has a terminal: one output, lines end in CR LF, pieces are cut anywhere.</param>
public sealed class LogLineReader(bool isTty)
{
    private readonly ChannelLines _output = new(OutputChannel.Output, isTty);
    private readonly ChannelLines _error = new(OutputChannel.Error, isTty);

    /// <summary>The stamp of the oldest line that has begun and not ended; null if there is none.</summary>
    public LogStamp? OldestOpen => (_output.Open, _error.Open) switch
    {
        ({ } one, { } other) => one < other ? one : other,
        var (one, other) => one ?? other,
    };

    /// <summary>Takes the next piece, and adds the lines that it ends to <paramref name="lines"/>. Without a terminal a piece never reaches over the end of a frame of the engine's.</summary>
    public void Read(OutputChannel channel, ReadOnlySpan<byte> piece, ICollection<StampedLine> lines) => Of(channel).Read(piece, lines);

    /// <summary>
    /// The answer has ended. A line without an end is whole if the program ended there; with <paramref name="keepCut"/> also one that the engine
    /// was in the middle of, which would come again if it were asked again.
    /// </summary>
    public void End(bool keepCut, ICollection<StampedLine> lines)
    {
        _output.End(keepCut, lines);
        _error.End(keepCut, lines);
    }

    private ChannelLines Of(OutputChannel channel) => channel == OutputChannel.Output ? _output : _error;
}
