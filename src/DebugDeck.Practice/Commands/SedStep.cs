using System.Text;
using System.Text.RegularExpressions;

namespace DebugDeck.Practice.Commands;

/// <summary>One command of a sed script.</summary>
internal sealed class SedStep(char action, SedAddress? first, SedAddress? last, bool negated)
{
    private bool _inRange;

    public char Action => action;

    public Regex? Pattern { get; init; }

    public string Replacement { get; init; } = "";

    public bool Everywhere { get; init; }

    public int Occurrence { get; init; } = 1;

    public bool Prints { get; init; }

    public bool Applies(string text, int number, bool isLast) => IsSelected(text, number, isLast) != negated;

    public string Substitute(string text)
    {
        var seen = 0;
        return Pattern!.Replace(text, match => ++seen == Occurrence || (Everywhere && seen >= Occurrence) ? Expand(match) : match.Value);
    }

    private bool IsSelected(string text, int number, bool isLast)
    {
        if (first is null)
        {
            return true;
        }

        if (last is null)
        {
            return first.Matches(text, number, isLast);
        }

        if (_inRange)
        {
            _inRange = !last.Matches(text, number, isLast) && !(last.Line is { } end && number >= end);
            return true;
        }

        if (!first.Matches(text, number, isLast))
        {
            return false;
        }

        _inRange = !(last.Line is { } stop && stop <= number);
        return true;
    }

    private string Expand(Match match)
    {
        var result = new StringBuilder();
        for (var i = 0; i < Replacement.Length; i++)
        {
            var c = Replacement[i];
            if (c == '&')
            {
                result.Append(match.Value);
            }
            else if (c == '\\' && i + 1 < Replacement.Length)
            {
                c = Replacement[++i];
                result.Append(char.IsAsciiDigit(c) ? match.Groups[c - '0'].Value : c == 'n' ? "\n" : c == 't' ? "\t" : c.ToString());
            }
            else
            {
                result.Append(c);
            }
        }

        return result.ToString();
    }
}

/// <summary>Which line a command of sed is for.</summary>
internal sealed record SedAddress(int? Line, Regex? Pattern, bool Last)
{
    public bool Matches(string text, int number, bool isLast) => Last ? isLast : Line is { } line ? line == number : Pattern!.IsMatch(text);
}
