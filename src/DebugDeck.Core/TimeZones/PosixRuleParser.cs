using System.Globalization;

namespace DebugDeck.Core.TimeZones;

/// <summary>Reads a POSIX TZ rule from left to right. Strict: what libc would only read half of is no rule.</summary>
internal sealed class PosixRuleParser(string text)
{
    private const int Longest = 256;
    private const int LongestName = 32;
    private int _at;

    // Where a rule has daylight saving and does not say when, the C libraries take the dates of the United States.
    private static readonly PosixDate UsualBegin = new(PosixDateKind.WeekdayOfMonth, 3, 2, 0, TimeSpan.FromHours(2));
    private static readonly PosixDate UsualEnd = new(PosixDateKind.WeekdayOfMonth, 11, 1, 0, TimeSpan.FromHours(2));

    private bool IsAtEnd => _at == text.Length;

    public PosixRule? Parse()
    {
        if (text.Length > Longest || Name() is not { } name || Time(24) is not { } west)
        {
            return null;
        }

        var rule = new PosixRule { Text = text, Standard = new ZoneOffset(-west, name, IsDaylight: false) };
        if (IsAtEnd)
        {
            return rule;
        }

        if (Name() is not { } daylight)
        {
            return null;
        }

        var offset = -west + TimeSpan.FromHours(1);
        if (!IsAtEnd && text[_at] != ',')
        {
            if (Time(24) is not { } daylightWest)
            {
                return null;
            }

            offset = -daylightWest;
        }

        rule = rule with { Daylight = new ZoneOffset(offset, daylight, IsDaylight: true) };
        if (IsAtEnd)
        {
            return rule with { Begins = UsualBegin, Ends = UsualEnd };
        }

        return Date() is { } begins && Date() is { } ends && IsAtEnd ? rule with { Begins = begins, Ends = ends } : null;
    }

    private bool Accept(char c)
    {
        if (IsAtEnd || text[_at] != c)
        {
            return false;
        }

        _at++;
        return true;
    }

    private string? Name()
    {
        var isQuoted = Accept('<');
        var start = _at;
        while (!IsAtEnd && (char.IsAsciiLetter(text[_at]) || (isQuoted && (char.IsAsciiDigit(text[_at]) || text[_at] is '+' or '-'))))
        {
            _at++;
        }

        var name = text[start.._at];
        return name.Length is < 3 or > LongestName || (isQuoted && !Accept('>')) ? null : name;
    }

    private int? Number(int most)
    {
        var start = _at;
        while (!IsAtEnd && char.IsAsciiDigit(text[_at]) && _at - start < 4)
        {
            _at++;
        }

        return int.TryParse(text.AsSpan(start, _at - start), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number : null;
    }

    // [+-]hh[:mm[:ss]]
    private TimeSpan? Time(int mostHours)
    {
        var isNegative = Accept('-');
        _ = !isNegative && Accept('+');
        if (Number(mostHours) is not { } hours)
        {
            return null;
        }

        var (minutes, seconds) = (0, 0);
        if (Accept(':'))
        {
            if (Number(59) is not { } readMinutes)
            {
                return null;
            }

            minutes = readMinutes;
            if (Accept(':'))
            {
                if (Number(59) is not { } readSeconds)
                {
                    return null;
                }

                seconds = readSeconds;
            }
        }

        var time = new TimeSpan(hours, minutes, seconds);
        return isNegative ? -time : time;
    }

    private PosixDate? Date()
    {
        if (!Accept(','))
        {
            return null;
        }

        PosixDate? date;
        if (Accept('M'))
        {
            date = Number(12) is { } month and > 0 && Accept('.') && Number(5) is { } week and > 0 && Accept('.') && Number(6) is { } day
                ? new PosixDate(PosixDateKind.WeekdayOfMonth, month, week, day, TimeSpan.FromHours(2))
                : null;
        }
        else if (Accept('J'))
        {
            date = Number(365) is { } day and > 0 ? new PosixDate(PosixDateKind.DayOfYearWithoutLeapDay, 0, 0, day, TimeSpan.FromHours(2)) : null;
        }
        else
        {
            date = Number(365) is { } day ? new PosixDate(PosixDateKind.DayOfYear, 0, 0, day, TimeSpan.FromHours(2)) : null;
        }

        if (date is null || !Accept('/'))
        {
            return date;
        }

        return Time(167) is { } time ? date with { Time = time } : null;
    }
}
