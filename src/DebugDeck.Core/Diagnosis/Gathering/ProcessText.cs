using System.Globalization;
using System.Text;

namespace DebugDeck.Core.Diagnosis.Gathering;

/// <summary>Takes apart what <see cref="Debugging.ProcessScript"/> printed.</summary>
internal static class ProcessText
{
    /// <summary>Takes the answer apart; null if there is no such process.</summary>
    public static ProcessFacts? Parse(ReadOnlyMemory<byte> output, string mark, int process)
    {
        var parts = Split(Encoding.UTF8.GetString(output.Span), mark);
        parts.Remove("clock");
        if (parts.Values.All(part => part is null))
        {
            return null;
        }

        return new ProcessFacts
        {
            Id = process,
            Command = Strings("cmdline"),
            Environment = Strings("environ"),
            MappedFiles = Part("maps") is { } maps ? [.. maps.Split('\n').Select(FileOf).OfType<string>().Distinct(StringComparer.Ordinal)] : null,
            Status = Part("status") is { } status ? Fields(status) : null,
            Missing = [.. parts.Where(part => part.Value is null).Select(part => $"{part.Key} of process {process} may not be read").Order(StringComparer.Ordinal)],
        };

        string? Part(string name) => parts.GetValueOrDefault(name);

        List<string>? Strings(string name) => Part(name) is { } text ? [.. text.Split('\0').Where(item => item.Length > 0)] : null;
    }

    /// <summary>The clock of the node; null if the answer does not hold it.</summary>
    public static DateTimeOffset? Clock(ReadOnlyMemory<byte> output, string mark) =>
        Split(Encoding.UTF8.GetString(output.Span), mark).GetValueOrDefault("clock") is { } text
        && long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 32_503_680_000
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private static Dictionary<string, string?> Split(string text, string mark)
    {
        var parts = new Dictionary<string, string?>();
        string? name = null;
        foreach (var piece in text.Split($"\n{mark} ").Skip(1))
        {
            var end = piece.IndexOf('\n');
            var word = end < 0 ? piece : piece[..end];
            if (word == "denied" && name is not null)
            {
                parts[name] = null;
            }
            else
            {
                name = word;
                parts[name] = end < 0 ? "" : piece[(end + 1)..];
            }
        }

        return parts;
    }

    // 7f1c2a000000-7f1c2a028000 r--p 00000000 00:2f 1234   /usr/lib/libc.so.6
    private static string? FileOf(string line) => line.IndexOf('/') is > 0 and var at ? line[at..] : null;

    private static Dictionary<string, string> Fields(string status)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in status.Split('\n'))
        {
            if (line.IndexOf(':') is > 0 and var at)
            {
                fields[line[..at]] = line[(at + 1)..].Trim().Replace('\t', ' ');
            }
        }

        return fields;
    }
}
