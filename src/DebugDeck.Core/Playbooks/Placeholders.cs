using System.Text;
using DebugDeck.Core.Diagnosis.Checks;

namespace DebugDeck.Core.Playbooks;

/// <summary>Inputs in texts of a playbook: <c>{{host}}</c>. Doubled braces, since fixes are full of <c>${SHELL}</c>.</summary>
public static class Placeholders
{
    /// <summary>The names that stand in a text.</summary>
    public static IEnumerable<string> NamesIn(string text)
    {
        for (var at = text.IndexOf("{{", StringComparison.Ordinal); at >= 0; at = text.IndexOf("{{", at + 2, StringComparison.Ordinal))
        {
            if (text.IndexOf("}}", at, StringComparison.Ordinal) is > 0 and var end && IsName(text.AsSpan(at + 2, end - at - 2)))
            {
                yield return text[(at + 2)..end];
            }
        }
    }

    /// <summary>The text with the inputs filled in; one without a value is written as <c>NAME</c> in angle brackets, for the reader to fill in.</summary>
    public static string Fill(string text, CheckInputs inputs)
    {
        var filled = new StringBuilder(text);
        foreach (var name in NamesIn(text).Distinct(StringComparer.Ordinal))
        {
            filled.Replace("{{" + name + "}}", inputs[name] ?? $"<{name}>");
        }

        return filled.ToString();
    }

    /// <summary>The first name in a text that has no value; null if all have.</summary>
    public static string? Unfilled(string text, CheckInputs inputs) => NamesIn(text).FirstOrDefault(name => inputs[name] is null);

    private static bool IsName(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'))
            {
                return false;
            }
        }

        return text.Length > 0;
    }
}
