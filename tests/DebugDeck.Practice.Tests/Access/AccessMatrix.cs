using System.Runtime.CompilerServices;

namespace DebugDeck.Practice.Tests.Access;

/// <summary>The table that was measured on a real node: who sees what of which target.</summary>
internal static class AccessMatrix
{
    public static IReadOnlyList<MatrixRow> Rows { get; } = Read();

    private static List<MatrixRow> Read([CallerFilePath] string here = "")
    {
        var rows = new List<MatrixRow>();
        var target = "";
        string[] columns = [];
        foreach (var line in File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, "../Data/debug-access-matrix.md")))
        {
            if (line.StartsWith("### target ", StringComparison.Ordinal))
            {
                target = line["### target ".Length..];
                continue;
            }

            var cells = line.Split('|').Select(cell => cell.Trim()).ToArray();
            if (cells.Length < 4 || cells[1].StartsWith("---", StringComparison.Ordinal))
            {
                continue;
            }

            if (cells[1] == "debug container")
            {
                columns = cells[2..^1];
                continue;
            }

            var refusal = cells[2] == "-" ? cells[3] : null;
            var values = refusal is null
                ? columns.Zip(cells[2..^1]).ToDictionary(pair => pair.First, pair => pair.Second)
                : [];
            rows.Add(new MatrixRow(target, cells[1], refusal, values));
        }

        return rows;
    }
}
