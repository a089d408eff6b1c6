using System.Globalization;

namespace DebugDeck.Practice.Commands;

/// <summary>Sizes as busybox shortens them: one digit after the point, then K, M, G.</summary>
internal static class SizeText
{
    public static string Human(long bytes)
    {
        if (bytes < 1024)
        {
            return bytes.ToString(CultureInfo.InvariantCulture);
        }

        var value = (double)bytes;
        var unit = -1;
        while (value >= 1024 && unit < 4)
        {
            value /= 1024;
            unit++;
        }

        return value.ToString("F1", CultureInfo.InvariantCulture) + "KMGTP"[unit];
    }

    /// <summary>The number of <c>10</c>, <c>4k</c> or <c>1M</c>.</summary>
    /// <exception cref="UsageException">It is no number.</exception>
    public static long Parse(string text)
    {
        var digits = text.TrimEnd('k', 'K', 'm', 'M', 'g', 'G', 'b', 'c', 'w');
        if (!long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            throw new UsageException($"invalid number '{text}'");
        }

        return number * text[digits.Length..] switch
        {
            "" or "c" => 1,
            "w" => 2,
            "b" => 512,
            "k" or "K" => 1024,
            "m" or "M" => 1024 * 1024,
            "g" or "G" => 1024 * 1024 * 1024,
            _ => throw new UsageException($"invalid number '{text}'"),
        };
    }
}
