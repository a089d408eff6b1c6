using System.Text;

namespace DebugDeck.Practice.Commands;

/// <summary>Arranges names in columns, down first, as <c>ls</c> does on a terminal.</summary>
internal static class Columns
{
    public static string Arrange(IReadOnlyList<string> names, int width)
    {
        var column = names.Max(name => name.Length) + 2;
        var columns = Math.Max(width / column, 1);
        var rows = (names.Count + columns - 1) / columns;
        var text = new StringBuilder();
        for (var row = 0; row < rows; row++)
        {
            var line = new StringBuilder();
            for (var at = row; at < names.Count; at += rows)
            {
                line.Append(names[at].PadRight(column));
            }

            text.Append(line.ToString().TrimEnd()).Append('\n');
        }

        return text.ToString();
    }
}
