using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DebugDeck.Practice.Commands;

/// <summary>Reads a sed script.</summary>
internal sealed class SedParser(string text, bool extended)
{
    private int _at;

    public List<SedStep> Parse()
    {
        var steps = new List<SedStep>();
        while (true)
        {
            while (_at < text.Length && text[_at] is ' ' or ';' or '\n')
            {
                _at++;
            }

            if (_at >= text.Length)
            {
                return steps;
            }

            steps.Add(ParseStep());
        }
    }

    private SedStep ParseStep()
    {
        var first = ParseAddress();
        var last = first is not null && Take(',') ? ParseAddress() : null;
        var negated = Take('!');
        var action = _at < text.Length ? text[_at++] : throw new UsageException("missing command");
        if (action != 's')
        {
            return action is 'p' or 'd' or 'q' or '=' ? new SedStep(action, first, last, negated) : throw new UsageException($"unsupported command {action}");
        }

        var delimiter = text[_at++];
        var pattern = UpTo(delimiter);
        var replacement = UpTo(delimiter);
        var flags = new StringBuilder();
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at])))
        {
            flags.Append(text[_at++]);
        }

        var letters = flags.ToString();
        var digits = string.Concat(letters.Where(char.IsAsciiDigit));
        return new SedStep('s', first, last, negated)
        {
            Pattern = Compile(pattern, letters.Contains('i') || letters.Contains('I')),
            Replacement = replacement,
            Everywhere = letters.Contains('g'),
            Prints = letters.Contains('p'),
            Occurrence = digits.Length > 0 ? int.Parse(digits, CultureInfo.InvariantCulture) : 1,
        };
    }

    private SedAddress? ParseAddress()
    {
        if (Take('$'))
        {
            return new SedAddress(null, null, Last: true);
        }

        if (Take('/'))
        {
            return new SedAddress(null, Compile(UpTo('/'), ignoreCase: false), Last: false);
        }

        var start = _at;
        while (_at < text.Length && char.IsAsciiDigit(text[_at]))
        {
            _at++;
        }

        return _at > start ? new SedAddress(int.Parse(text[start.._at], CultureInfo.InvariantCulture), null, Last: false) : null;
    }

    private Regex Compile(string pattern, bool ignoreCase) => new(
        PosixPattern.Translate(pattern, extended),
        RegexOptions.CultureInvariant | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None),
        TimeSpan.FromSeconds(5));

    private string UpTo(char delimiter)
    {
        var part = new StringBuilder();
        while (_at < text.Length && text[_at] != delimiter)
        {
            if (text[_at] == '\\' && _at + 1 < text.Length)
            {
                _ = text[_at + 1] == delimiter ? part.Append("") : part.Append('\\');
                _at++;
            }

            part.Append(text[_at++]);
        }

        _at = _at < text.Length ? _at + 1 : throw new UsageException($"unmatched '{delimiter}'");
        return part.ToString();
    }

    private bool Take(char c)
    {
        if (_at >= text.Length || text[_at] != c)
        {
            return false;
        }

        _at++;
        return true;
    }
}
