using System.Globalization;
using System.Text.RegularExpressions;
using DebugDeck.Core.Diagnosis.Checks;

namespace DebugDeck.Core.Playbooks.Probes;

/// <summary>What stands behind <c>expect:</c>. All that is given has to hold.</summary>
public sealed record Expectation
{
    public bool? Exists { get; init; }

    /// <summary>The text without blanks around it is this. May name inputs.</summary>
    public string? EqualTo { get; init; }

    public Regex? Matches { get; init; }

    /// <summary>All of these stand somewhere in the text. They may name inputs.</summary>
    public IReadOnlyList<string> Contains { get; init; } = [];

    public int? ExitCode { get; init; }

    /// <summary>The first thing that does not hold, in words; null if all does.</summary>
    public string? Broken(Observation seen, CheckInputs inputs)
    {
        if (Exists is { } exists && exists != seen.Exists)
        {
            return exists ? "it should be there and is not" : "it should not be there and is";
        }

        if (ExitCode is { } code && code != seen.ExitCode)
        {
            return string.Create(CultureInfo.InvariantCulture, $"it should end with exit code {code}{(seen.ExitCode is { } other ? $" and ended with {other}" : " and did not end in time")}");
        }

        if (EqualTo is { } text && Placeholders.Fill(text, inputs) != seen.Text.Trim())
        {
            return $"it should say exactly '{Placeholders.Fill(text, inputs)}'";
        }

        if (Contains.Select(part => Placeholders.Fill(part, inputs)).FirstOrDefault(part => !seen.Text.Contains(part, StringComparison.Ordinal)) is { } missing)
        {
            return $"it should contain '{missing}'";
        }

        return Matches is { } pattern && !pattern.IsMatch(seen.Text) ? $"it should match '{pattern}'" : null;
    }
}
