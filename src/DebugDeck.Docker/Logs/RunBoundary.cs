using System.Globalization;
using DebugDeck.Core.Logs;
using Docker.DotNet.Models;

namespace DebugDeck.Docker.Logs;

/// <summary>Where in its one log the present run of a container begins.</summary>
internal static class RunBoundary
{
    // The engine notes the start after the process runs: its first lines are stamped up to some 20 ms earlier. A restart policy waits 100 ms at least.
    private static readonly TimeSpan Early = TimeSpan.FromMilliseconds(50);

    /// <summary>The moment before which lines belong to earlier runs; null if it is known that there was none.</summary>
    public static LogStamp? Of(State state)
    {
        if (Moment(state.StartedAt) is not { } started)
        {
            return null;
        }

        return Moment(state.FinishedAt) switch
        {
            // Last words may be stamped after the end that the engine noted, so neither of the two moments is safe, but the middle is.
            { } finished when finished < started => new LogStamp(finished.Nanoseconds + ((started.Nanoseconds - finished.Nanoseconds) / 2)),
            null => null,

            // It is not running: when the run before the last one ended, the engine does not tell any more.
            _ => started.Add(-Early),
        };
    }

    private static LogStamp? Moment(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) && moment.Year > 1 ? LogStamp.From(moment) : null;
}
