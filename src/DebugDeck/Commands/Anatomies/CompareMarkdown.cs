using System.Text;
using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Anatomy.Summary;

namespace DebugDeck.Commands.Anatomies;

/// <summary>Two anatomies side by side, for a ticket.</summary>
internal static class CompareMarkdown
{
    public static string Render(TargetAnatomy left, TargetAnatomy right, IReadOnlyList<AnatomyDifference> lines)
    {
        var text = new StringBuilder($"# {MarkdownText.Plain(left.Address)} against {MarkdownText.Plain(right.Address)}\n\n");
        var differences = lines.Count(line => line is { IsSame: false, IsOpen: false });
        var open = lines.Count(line => line.IsOpen);
        text.Append(differences + open == 0 ? "They are the same in everything that was looked at.\n\n" : $"{differences} of {lines.Count} lines differ{(open > 0 ? $", and of {open} nobody can say, because one side could not be looked at" : "")}.\n\n");
        text.Append($"| | | {MarkdownText.Plain(left.Address)} | {MarkdownText.Plain(right.Address)} |\n|---|---|---|---|\n");
        foreach (var line in lines)
        {
            var (one, other) = (MarkdownText.Plain(line.LeftMark + line.Left), MarkdownText.Plain(line.RightMark + line.Right));
            text.Append(line.IsSame || line.IsOpen ? $"| {(line.IsOpen ? "?" : "")} | {line.Label} | {one} | {other} |\n" : $"| ≠ | **{line.Label}** | **{one}** | **{other}** |\n");
        }

        foreach (var anatomy in new[] { left, right })
        {
            Notes(text, anatomy);
        }

        return text.ToString();
    }

    private static void Notes(StringBuilder text, TargetAnatomy anatomy)
    {
        string[] notes = anatomy.HasFiles ? [.. anatomy.Missing] : ["no file was looked at: all of this is from the image's name and from what the host says", .. anatomy.Missing];
        foreach (var note in notes)
        {
            text.Append($"\n> {MarkdownText.Plain(anatomy.Address)}: {MarkdownText.Plain(note)}\n");
        }
    }
}
