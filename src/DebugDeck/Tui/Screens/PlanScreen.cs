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

        if (!plan.IsPossible)
        {
            text.Heading("NO WAY LEADS IN");
            PlanPieces.Advice(text, plan);
            PlanPieces.Warnings(text, plan);
            PlanPieces.Ways(text, plan);
            return text.Lines;
        }

        Summary(text, plan);
        Progress(text, state, page);
        PlanPieces.Warnings(text, plan);
        PlanPieces.Ways(text, plan);
        text.Heading("THE SAME BY HAND");
        text.Command(plan.EquivalentCommand);
        PlanPieces.Manifest(text, plan);
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
        text.Sentence(WhatIsDone(plan));
        text.Blank();
        if (plan.Technique != DebugTechnique.Exec)
        {
            text.Value("toolbox", plan.Toolbox.Name == plan.Toolbox.Image ? plan.Toolbox.Image : $"{plan.Toolbox.Name}, {plan.Toolbox.Image}");
        }

        text.Value("runs as", plan.User + (plan.Capabilities.Count == 0 ? "" : $" with {string.Join(", ", plan.Capabilities)}"));
        if (plan.Permissions.Count > 0)
        {
            text.Value("target", $"{plan.Identity} ({plan.Identity.Source}) in {plan.Target.Project}{(plan.NamespacePolicy is { } policy ? $", which enforces Pod Security '{policy}'" : "")}");
            text.Value("sees", PlanPieces.Sees(plan));
        }

        if (plan.Technique != DebugTechnique.Exec)
        {
            text.Value("shares", plan.SharedNamespaces.Count == 0 ? "nothing" : $"the target's {string.Join(", ", plan.SharedNamespaces)} namespace{(plan.SharedNamespaces.Count == 1 ? "" : "s")}");
        }

        text.Value("its files", plan switch
        {
            { Technique: DebugTechnique.Exec } => "/",
            { TargetRoot: "/" } => "/ (the copy's own)",
            _ => $"{plan.TargetRoot}, also as $TARGET",
        });
        if (plan.Technique != DebugTechnique.Exec)
        {
            text.Value("ends", $"by itself after {Duration.Format(plan.TimeLimit)}, or with debugdeck sessions end");
        }
    }

    private static string WhatIsDone(DebugPlan plan)
    {
        var name = plan.Target.Name;
        return plan.Technique switch
        {
            DebugTechnique.Sidecar => $"A second container is started beside {name}. Nothing is written into {name}, and it keeps running when you leave.",
            DebugTechnique.Exec => $"A shell is started in {name} itself, which has one. Nothing is added to it, and it keeps running when you leave.",
            DebugTechnique.Ephemeral when plan is { Reuses: { } running, MayReuse: true } => $"The debug container {running}, which runs in {name} already, is used again. Nothing is added.",
            DebugTechnique.Ephemeral => $"Debug container {plan.ContainerName} is added to pod {name}. Nothing is written into {plan.Target.Container}, and it keeps running when you leave.",
            _ when plan.PodName is { } pod => $"Pod {pod} is started: like {plan.Target.Container} of {name}, but it waits instead of running its program. {name} itself is not touched.",
            _ => $"A copy of {name} is started that waits instead of running its program. {name} itself is not touched.",
        };
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
}
