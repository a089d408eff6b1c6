using System.Globalization;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Text;

namespace DebugDeck.Commands;

/// <summary>A moment as typed: so long ago (<c>5m</c>), or a point in time (RFC 3339).</summary>
internal static class Moment
{
    /// <exception cref="DebugDeckException">Usage.</exception>
    public static DateTimeOffset Parse(string text, TimeProvider clock)
    {
        if (Duration.TryParse(text, out var ago))
        {
            return clock.GetUtcNow() - ago;
        }

        // Without an offset, the user's own time is meant.
        return DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment) && text.Contains('-', StringComparison.Ordinal)
            ? moment.Kind == DateTimeKind.Unspecified
                ? new DateTimeOffset(moment, clock.LocalTimeZone.GetUtcOffset(moment))
                : new DateTimeOffset(moment)
            : throw new DebugDeckException(ErrorKind.Usage, $"'{text}' is no time", "write how long ago (90s, 5m, 2h30m, 1d) or a time like 2026-01-02T03:04:05Z");
    }
}
