namespace DebugDeck.Core.Text;

/// <summary>Ages as kubectl writes them: two units at most while it matters, one when it does not.</summary>
public static class Duration
{
    /// <summary><c>45s</c>, <c>3m20s</c>, <c>47m</c>, <c>5h12m</c>, <c>31h</c>, <c>12d</c>, <c>2y34d</c>; negative durations count as zero.</summary>
    public static string Format(TimeSpan span)
    {
        var seconds = Math.Max(0, (long)span.TotalSeconds);
        var minutes = seconds / 60;
        var hours = minutes / 60;
        var days = hours / 24;
        return seconds switch
        {
            < 120 => $"{seconds}s",
            < 600 => Two(minutes, 'm', seconds % 60, 's'),
            < 3 * 3600 => $"{minutes}m",
            < 8 * 3600 => Two(hours, 'h', minutes % 60, 'm'),
            < 48 * 3600 => $"{hours}h",
            < 8 * 86400 => Two(days, 'd', hours % 24, 'h'),
            < 2 * 365 * 86400L => $"{days}d",
            < 8 * 365 * 86400L => Two(days / 365, 'y', days % 365, 'd'),
            _ => $"{days / 365}y",
        };
    }

    private static string Two(long large, char largeUnit, long small, char smallUnit) =>
        small == 0 ? $"{large}{largeUnit}" : $"{large}{largeUnit}{small}{smallUnit}";
}
