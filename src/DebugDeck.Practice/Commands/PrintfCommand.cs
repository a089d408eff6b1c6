using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DebugDeck.Practice.Commands;

/// <summary><c>printf</c>.</summary>
internal sealed partial class PrintfCommand : ICommand
{
    public IReadOnlyList<string> Names => ["printf"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Arguments.Count == 0)
        {
            throw new UsageException("usage: printf FORMAT [ARG]...", 2);
        }

        var format = context.Arguments[0];
        var values = new Queue<string>(context.Arguments.Skip(1));
        var errors = new List<string>();
        var text = new StringBuilder();
        var stopped = false;
        do
        {
            var before = values.Count;
            text.Append(Once(format, values, errors, ref stopped));
            if (values.Count == before)
            {
                break;
            }
        }
        while (values.Count > 0 && !stopped);

        await context.PrintAsync(text.ToString(), cancellationToken);
        foreach (var error in errors)
        {
            await context.FailAsync(error, cancellationToken);
        }

        return errors.Count > 0 ? 1 : 0;
    }

    private static string Once(string format, Queue<string> values, List<string> errors, ref bool stopped)
    {
        var result = new StringBuilder();
        var at = 0;
        foreach (Match match in Directive().Matches(format))
        {
            result.Append(Escapes.Expand(format[at..match.Index], out stopped));
            at = match.Index + match.Length;
            if (stopped)
            {
                return result.ToString();
            }

            result.Append(match.Value == "%%" ? "%" : One(match, values, errors, ref stopped));
            if (stopped)
            {
                return result.ToString();
            }
        }

        return result.Append(Escapes.Expand(format[at..], out stopped)).ToString();
    }

    private static string One(Match match, Queue<string> values, List<string> errors, ref bool stopped)
    {
        var flags = match.Groups["flags"].Value;
        var width = Star(match.Groups["width"].Value, values);
        var precision = match.Groups["precision"].Success ? Star(match.Groups["precision"].Value, values) ?? 0 : (int?)null;
        var value = values.Count > 0 ? values.Dequeue() : "";
        var conversion = match.Groups["type"].Value[0];
        var text = conversion switch
        {
            's' => precision is { } most && most < value.Length ? value[..most] : value,
            'b' => Escapes.Expand(value, out stopped),
            'c' => value.Length > 0 ? value[..1] : "",
            'd' or 'i' or 'u' => Signed(Number(value, errors), flags, precision),
            'x' => Alternate(flags, "0x") + Number(value, errors).ToString("x", CultureInfo.InvariantCulture),
            'X' => Alternate(flags, "0X") + Number(value, errors).ToString("X", CultureInfo.InvariantCulture),
            'o' => Convert.ToString(Number(value, errors), 8),
            'f' => Fraction(value, errors).ToString("F" + (precision ?? 6), CultureInfo.InvariantCulture),
            'e' => ExponentDigits().Replace(Fraction(value, errors).ToString("e" + (precision ?? 6), CultureInfo.InvariantCulture), "$1$2"),
            _ => Fraction(value, errors).ToString("G6", CultureInfo.InvariantCulture),
        };
        if (width is not { } wide || text.Length >= wide)
        {
            return text;
        }

        if (flags.Contains('-'))
        {
            return text.PadRight(wide);
        }

        var isNumber = "diuxXofeg".Contains(conversion);
        return flags.Contains('0') && isNumber
            ? text.StartsWith('-') ? "-" + text[1..].PadLeft(wide - 1, '0') : text.PadLeft(wide, '0')
            : text.PadLeft(wide);
    }

    private static int? Star(string text, Queue<string> values) => text switch
    {
        "" => null,
        "*" => int.TryParse(values.Count > 0 ? values.Dequeue() : "", CultureInfo.InvariantCulture, out var number) ? number : 0,
        _ => int.Parse(text, CultureInfo.InvariantCulture),
    };

    private static string Alternate(string flags, string prefix) => flags.Contains('#') ? prefix : "";

    private static string Signed(long number, string flags, int? precision)
    {
        var digits = Math.Abs(number).ToString(CultureInfo.InvariantCulture).PadLeft(precision ?? 0, '0');
        return number < 0 ? "-" + digits : flags.Contains('+') ? "+" + digits : flags.Contains(' ') ? " " + digits : digits;
    }

    private static long Number(string text, List<string> errors)
    {
        if (text.Length == 0)
        {
            return 0;
        }

        if (text[0] is '\'' or '"')
        {
            return text.Length > 1 ? text[1] : 0;
        }

        if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && long.TryParse(text[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var hex))
        {
            return hex;
        }

        if (text.Length > 1 && text[0] == '0' && text.All(c => c is >= '0' and <= '7'))
        {
            return Convert.ToInt64(text, 8);
        }

        if (long.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        errors.Add($"invalid number '{text}'");
        return 0;
    }

    private static double Fraction(string text, List<string> errors)
    {
        if (text.Length == 0 || double.TryParse(text, CultureInfo.InvariantCulture, out var number))
        {
            return text.Length == 0 ? 0 : double.Parse(text, CultureInfo.InvariantCulture);
        }

        errors.Add($"invalid number '{text}'");
        return 0;
    }

    [GeneratedRegex(@"%%|%(?<flags>[-+ #0]*)(?<width>\*|\d*)(\.(?<precision>\*|\d*))?(?<type>[sbcdiuxXofeg])")]
    private static partial Regex Directive();

    [GeneratedRegex(@"(e[+-])0(\d\d)")]
    private static partial Regex ExponentDigits();
}
