using DebugDeck.Output;

namespace DebugDeck.Commands;

/// <summary>The name in front of each line where several logs are shown as one, each in a colour of its own where colours are wanted.</summary>
internal sealed class LogNames(Palette palette, IReadOnlyList<string> names)
{
    private static readonly string[] Codes = ["36", "33", "35", "32", "34", "31"];

    /// <summary><c>[web] </c></summary>
    public string Before(string name)
    {
        var written = $"[{name}] ";
        var at = 0;
        while (at < names.Count && names[at] != name)
        {
            at++;
        }

        return palette.IsColored ? $"\e[{Codes[at % Codes.Length]}m{written}\e[0m" : written;
    }
}
