using System.Text;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Debugging.Planning;
using DebugDeck.Core.Text;
using DebugDeck.Output;

namespace DebugDeck.Commands;

/// <summary>The ways that a plan considers, as a table, and what the server says to those it refuses.</summary>
internal static class PlanWays
{
    public static string Render(DebugPlan plan, Palette palette)
    {
        var table = new Table(new Column(" "), new Column("WAY"), new Column("USER"), new Column("ACCEPTED"), new Column("FILES"), new Column("ENVIRONMENT"), new Column("PROCESSES"), new Column("CAPTURE"));
        foreach (var candidate in plan.Candidates)
        {
            table.Add(
                new Cell(ReferenceEquals(candidate, plan.Chosen) ? "*" : " ", Ink.Good),
                Name(candidate),
                candidate.User,
                Word(candidate.Accepted),
                Word(candidate.Sees.Files),
                Word(candidate.Sees.Environment),
                Word(candidate.Sees.Processes),
                Word(candidate.Sees.Capture));
        }

        var text = new StringBuilder(table.Render(palette));
        foreach (var same in plan.Candidates.Where(candidate => candidate.ServerMessage.Length > 0).GroupBy(candidate => candidate.ServerMessage))
        {
            text.Append('\n').Append(palette.Paint(string.Join(", ", same.Select(Name).Distinct()), Ink.Bad)).Append(": ").Append(VisibleText.Escape(same.Key));
        }

        foreach (var candidate in plan.Candidates.Where(candidate => candidate.Notes.Count > 0))
        {
            text.Append('\n').Append(palette.Paint(Name(candidate), Ink.Heading)).Append(": ").Append(VisibleText.Escape(string.Join("; ", candidate.Notes)));
        }

        return text.Append('\n').ToString();
    }

    private static string Name(PlanCandidate candidate) => candidate.Technique switch
    {
        DebugTechnique.Exec => "exec",
        DebugTechnique.Copy => candidate.Profile.Length == 0 ? "copy" : $"copy, {candidate.Profile}",
        _ => candidate.Profile,
    };

    private static Cell Word(bool? answer) => answer switch
    {
        true => new Cell("yes", Ink.Good),
        false => new Cell("no", Ink.Bad),
        null => new Cell("?", Ink.Quiet),
    };
}
