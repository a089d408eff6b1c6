using System.Globalization;
using System.Text;

namespace DebugDeck.Practice.Commands;

/// <summary><c>date</c>.</summary>
internal sealed class DateCommand : ICommand
{
    public IReadOnlyList<string> Names => ["date"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var arguments = context.Arguments.Select(argument => argument switch { "-Iseconds" => "-I=seconds", "-Is" => "-I=seconds", "-I" => "-I=date", "-Iminutes" => "-I=minutes", _ => argument }).ToList();
        var iso = arguments.FirstOrDefault(argument => argument.StartsWith("-I=", StringComparison.Ordinal))?[3..];
        var options = Options.Parse([.. arguments.Where(argument => !argument.StartsWith("-I=", StringComparison.Ordinal))], "uRd:r:D:s:", "date=", "utc");
        var zone = options.Has('u') || options.Has("utc") ? TimeZoneRules.Utc : TimeZoneRules.Of(context);
        var time = (options.Value('d') ?? options.Value("date")) is { } given ? Parse(given, context)
            : options.Value('r') is { } file ? context.Files.Resolve(file).ModifiedAt
            : context.Clock.GetUtcNow();
        var format = options.Operands.FirstOrDefault(operand => operand.StartsWith('+'))?[1..]
            ?? (options.Has('R') ? "%a, %d %b %Y %H:%M:%S %z" : iso switch
            {
                null => "%a %b %e %H:%M:%S %Z %Y",
                "date" => "%Y-%m-%d",
                "minutes" => "%Y-%m-%dT%H:%M%:z",
                _ => "%Y-%m-%dT%H:%M:%S%:z",
            });
        await context.PrintLineAsync(Format(time, zone, format), cancellationToken);
        return 0;
    }

    private static DateTimeOffset Parse(string text, CommandContext context)
    {
        if (text.StartsWith('@') && long.TryParse(text[1..], CultureInfo.InvariantCulture, out var seconds))
        {
            return DateTimeOffset.FromUnixTimeSeconds(seconds);
        }

        return text == "now" ? context.Clock.GetUtcNow()
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time
            : throw new UsageException($"invalid date '{text}'");
    }

    private static string Format(DateTimeOffset utc, TimeZoneRules zone, string format)
    {
        var (offset, name) = zone.At(utc);
        var time = utc.ToOffset(offset);
        var result = new StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%' || i + 1 == format.Length)
            {
                result.Append(format[i]);
                continue;
            }

            i++;
            var colon = format[i] == ':' && i + 1 < format.Length && format[i + 1] == 'z';
            i += colon ? 1 : 0;
            result.Append(One(time, name, format[i], colon));
        }

        return result.ToString();
    }

    private static string One(DateTimeOffset time, string zone, char letter, bool colon)
    {
        string Text(string format) => time.ToString(format, CultureInfo.InvariantCulture);
        return letter switch
        {
            'Y' => Text("yyyy"),
            'y' => Text("yy"),
            'm' => Text("MM"),
            'd' => Text("dd"),
            'e' => time.Day.ToString(CultureInfo.InvariantCulture).PadLeft(2),
            'H' => Text("HH"),
            'I' => Text("hh"),
            'M' => Text("mm"),
            'S' => Text("ss"),
            'N' => Text("fffffff") + "00",
            'p' => Text("tt"),
            'a' => Text("ddd"),
            'A' => Text("dddd"),
            'b' or 'h' => Text("MMM"),
            'B' => Text("MMMM"),
            'j' => time.DayOfYear.ToString("000", CultureInfo.InvariantCulture),
            'u' => (time.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)time.DayOfWeek).ToString(CultureInfo.InvariantCulture),
            'w' => ((int)time.DayOfWeek).ToString(CultureInfo.InvariantCulture),
            's' => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            'F' => Text("yyyy-MM-dd"),
            'T' => Text("HH:mm:ss"),
            'R' => Text("HH:mm"),
            'D' => Text("MM/dd/yy"),
            'c' => Text("ddd MMM ") + time.Day.ToString(CultureInfo.InvariantCulture).PadLeft(2) + Text(" HH:mm:ss yyyy"),
            'z' => Text(colon ? "zzz" : "zzz").Replace(":", colon ? ":" : "", StringComparison.Ordinal),
            'Z' => zone,
            'n' => "\n",
            't' => "\t",
            '%' => "%",
            _ => "%" + letter,
        };
    }
}
