using System.Runtime.CompilerServices;

namespace DebugDeck.Core.Tests.Debugging.Planning;

/// <summary>debug-access-matrix.md, measured on a real node: 12 ways to start a debug container against 8 kinds of target.</summary>
internal static class MeasuredTable
{
    private const string Heading = "### target ";

    public static IReadOnlyList<MeasuredRow> Rows { get; } = [.. Read()];

    private static IEnumerable<MeasuredRow> Read([CallerFilePath] string here = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(here)!, "../../../DebugDeck.Practice.Tests/Data/debug-access-matrix.md");
        string target = "";
        string[] columns = [];
        foreach (var line in File.ReadLines(path))
        {
            var cells = line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries);
            if (line.StartsWith(Heading, StringComparison.Ordinal))
            {
                target = line[Heading.Length..];
            }
            else if (cells[0] == "debug container")
            {
                columns = cells;
            }
            else if (cells.Length > 2 && !cells[0].StartsWith("---", StringComparison.Ordinal))
            {
                var started = cells.Length == columns.Length;
                yield return new MeasuredRow(
                    target,
                    cells[0],
                    started ? null : cells[2],
                    started ? columns.Zip(cells).Skip(1).ToDictionary(pair => pair.First, pair => pair.Second) : new Dictionary<string, string>());
            }
        }
    }
}
