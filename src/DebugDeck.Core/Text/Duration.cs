using System.Buffers;
using System.Globalization;

namespace DebugDeck.Core.Text;

/// <summary>Ages as kubectl writes them: two units at most while it matters, one when it does not.</summary>
public static class Duration
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");

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

    /// <summary>Reads <c>90s</c>, <c>1h30m</c>, <c>1.5h</c>, <c>2d</c>, <c>500ms</c>: numbers with units, largest first or not, and nothing between them.</summary>
    public static bool TryParse(string text, out TimeSpan span)
    {
        span = TimeSpan.Zero;
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var digits = rest.IndexOfAnyExcept(Digits);
            if (digits <= 0 || !double.TryParse(rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                return false;
            }

            rest = rest[digits..];
            var letters = rest.IndexOfAny(Digits) is >= 0 and var next ? next : rest.Length;
            var unit = rest[..letters] switch
            {
                "ms" => TimeSpan.FromMilliseconds(1),
                "s" => TimeSpan.FromSeconds(1),
                "m" => TimeSpan.FromMinutes(1),
                "h" => TimeSpan.FromHours(1),
                "d" => TimeSpan.FromDays(1),
                "w" => TimeSpan.FromDays(7),
                _ => TimeSpan.Zero,
            };

            // Longer than a century is a slip of the finger, and would not fit.
            if (unit == TimeSpan.Zero || number * unit.TotalDays > 36_500)
            {
                return false;
            }

            span += number * unit;
            rest = rest[letters..];
        }

        return text.Length > 0;
    }

    private static string Two(long large, char largeUnit, long small, char smallUnit) =>
        small == 0 ? $"{large}{largeUnit}" : $"{large}{largeUnit}{small}{smallUnit}";
}
