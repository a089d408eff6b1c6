using System.Text.Json;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Debugging.Planning;
using DebugDeck.Output;
using DebugDeck.Tui.Pictures;

namespace DebugDeck.Tui.Screens;

/// <summary>The parts of a plan's page that a cluster's plans have besides.</summary>
internal static class PlanPieces
{
    public static string Sees(DebugPlan plan)
    {
        var sees = plan.Chosen?.Sees ?? Visibility.Nothing;
        (string What, bool? Answer)[] all = [("its files", sees.Files), ("its environment", sees.Environment), ("its processes", sees.Processes), ("its packets", sees.Capture)];
        var not = all.Where(one => one.Answer == false).Select(one => one.What).ToList();
        var unsure = all.Where(one => one.Answer is null).Select(one => one.What).ToList();
        return string.Join(", ", all.Where(one => one.Answer == true).Select(one => one.What))
            + (not.Count > 0 ? $"; not {string.Join(", ", not)}" : "")
            + (unsure.Count > 0 ? $"; perhaps {string.Join(", ", unsure)}" : "");
    }

    public static void Warnings(LabelledText text, DebugPlan plan)
    {
        if (plan.Warnings.Count == 0)
        {
            return;
        }

        text.Heading("TO KNOW");
        foreach (var warning in plan.Warnings)
        {
            Piece(text, warning, Tone.Warn, "! ");
        }
    }

    public static void Advice(LabelledText text, DebugPlan plan)
    {
        foreach (var piece in plan.Advice)
        {
            Piece(text, piece, Tone.Normal, "- ");
        }
    }

    /// <summary>Every way that did not win, and why.</summary>
    public static void Ways(LabelledText text, DebugPlan plan)
    {
        var others = plan.Candidates.Where(candidate => !ReferenceEquals(candidate, plan.Chosen)).ToList();
        if (others.Count == 0)
        {
            return;
        }

        text.Heading(plan.IsPossible ? "OTHER WAYS" : "WHAT WAS TRIED");
        foreach (var candidate in others)
        {
            var refused = candidate.Accepted == false;
            text.Value(
                Name(candidate),
                refused ? $"refused: {candidate.ServerMessage}"
                    : candidate.Sees.Files == true ? "would work with more privilege than is needed"
                    : candidate.Notes.Count > 0 ? $"sees no files: {candidate.Notes[^1]}"
                    : "sees no files",
                refused ? Tone.Bad : Tone.Dim);
        }
    }

    /// <summary>A copy is a pod of its own, so it is shown whole.</summary>
    public static void Manifest(LabelledText text, DebugPlan plan)
    {
        if (plan is not { Technique: DebugTechnique.Copy, Manifest: { } manifest })
        {
            return;
        }

        using var yaml = new StringWriter();
        YamlDocument.Write(JsonElement.Parse(manifest), yaml);
        text.Heading("WHAT IS SENT");
        Piece(text, yaml.ToString().TrimEnd(), Tone.Dim, "  ");
    }

    private static string Name(PlanCandidate candidate) => candidate.Technique switch
    {
        DebugTechnique.Exec => "exec",
        DebugTechnique.Copy => candidate.Profile.Length == 0 ? "copy" : candidate.Profile,
        _ => candidate.Profile,
    };

    private static void Piece(LabelledText text, string piece, Tone tone, string bullet)
    {
        foreach (var line in piece.Split('\n'))
        {
            // What is to be pasted keeps its indentation.
            var indent = line.Length - line.TrimStart(' ').Length;
            text.Sentence(line[indent..], tone, bullet + new string(' ', indent));
            bullet = new string(' ', bullet.Length);
        }
    }
}
