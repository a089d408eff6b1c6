using DebugDeck.Core.Debugging;
using DebugDeck.Core.Text;
using DebugDeck.Tui.Pictures;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Screens;

/// <summary>What will happen when a shell is opened, before anything does.</summary>
internal static class PlanScreen
{
    public static IReadOnlyList<StyledLine> Lines(DeckState state, PlanPage page, int width)
    {
        var text = new LabelledText(width);
        if (page.Plan is not { } plan)
        {
            Unplanned(text, page);
            return text.Lines;
        }

        Summary(text, plan);
        Progress(text, state, page);
        Warnings(text, plan);
        text.Heading("THE SAME BY HAND");
        text.Command(plan.EquivalentCommand);
        return text.Lines;
    }

    private static void Unplanned(LabelledText text, PlanPage page)
    {
        if (page.Problem is { } problem)
        {
            text.Problem("no shell can be opened", problem);
            return;
        }

        text.Sentence("asking what would work", Tone.Dim);
    }

    private static void Summary(LabelledText text, DebugPlan plan)
    {
        text.Heading("WHAT WILL BE DONE");
        text.Sentence(plan.Technique == DebugTechnique.Sidecar
            ? $"A second container is started beside {plan.Target.Name}. Nothing is written into {plan.Target.Name}, and it keeps running when you leave."
            : $"A copy of {plan.Target.Name} is started that waits instead of running its program. {plan.Target.Name} itself is not touched.");
        text.Blank();
        text.Value("toolbox", plan.Toolbox.Name == plan.Toolbox.Image ? plan.Toolbox.Image : $"{plan.Toolbox.Name}, {plan.Toolbox.Image}");
        text.Value("runs as", plan.User + (plan.Capabilities.Count == 0 ? "" : $" with {string.Join(", ", plan.Capabilities)}"));
        text.Value("shares", plan.SharedNamespaces.Count == 0 ? "nothing" : $"the target's {string.Join(", ", plan.SharedNamespaces)} namespace{(plan.SharedNamespaces.Count == 1 ? "" : "s")}");
        text.Value("its files", plan.TargetRoot == "/" ? "/ (the copy's own)" : $"{plan.TargetRoot}, also as $TARGET");
        text.Value("ends", $"by itself after {Duration.Format(plan.TimeLimit)}, or with debugdeck sessions end");
    }

    private static void Progress(LabelledText text, DeckState state, PlanPage page)
    {
        if (page.IsStarting)
        {
            text.Blank();
            text.Sentence($"{page.Progress} … {Duration.Format(state.Now - page.StartedAt)}", Tone.Warn);
        }
        else if (page.Problem is { } problem)
        {
            text.Blank();
            text.Problem("the shell could not be opened", problem);
        }
    }

    private static void Warnings(LabelledText text, DebugPlan plan)
    {
        if (plan.Warnings.Count == 0)
        {
            return;
        }

        text.Heading("TO KNOW");
        foreach (var warning in plan.Warnings)
        {
            text.Sentence(warning, Tone.Warn, "! ");
        }
    }
}
