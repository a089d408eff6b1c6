using System.Globalization;
using System.Text.Json.Nodes;

namespace DebugDeck.Practice.Api.Tables;

/// <summary>Durations as kubectl shows them: two units where the second still matters.</summary>
internal static class HumanTime
{
    /// <summary>How long ago a timestamp was; <c>&lt;unknown&gt;</c> without one.</summary>
    public static string Since(JsonNode? timestamp, DateTimeOffset now)
    {
        return DateTimeOffset.TryParse(timestamp?.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? Duration(now - time)
            : "<unknown>";
    }

    public static string Duration(TimeSpan span)
    {
        var seconds = (long)span.TotalSeconds;
        if (seconds < -1)
            return "<invalid>";
        var minutes = seconds / 60;
        var hours = minutes / 60;
        var days = hours / 24;
        return (Math.Max(seconds, 0), minutes, hours) switch
        {
            ( < 120, _, _) => $"{Math.Max(seconds, 0)}s",
            (_, < 10, _) => Pair(minutes, "m", seconds % 60, "s"),
            (_, < 180, _) => $"{minutes}m",
            (_, _, < 8) => Pair(hours, "h", minutes % 60, "m"),
            (_, _, < 48) => $"{hours}h",
            (_, _, < 192) => Pair(days, "d", hours % 24, "h"),
            (_, _, < 24 * 365 * 2) => $"{days}d",
            (_, _, < 24 * 365 * 8) => Pair(days / 365, "y", days % 365, "d"),
            _ => $"{days / 365}y",
        };
    }

    private static string Pair(long first, string firstUnit, long second, string secondUnit)
    {
        return second == 0 ? $"{first}{firstUnit}" : $"{first}{firstUnit}{second}{secondUnit}";
    }
}
