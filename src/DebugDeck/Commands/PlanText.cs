using System.Text;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Text;
using DebugDeck.Output;

namespace DebugDeck.Commands;

/// <summary>A plan in words.</summary>
internal static class PlanText
{
    public static string Render(DebugPlan plan, Palette palette)
    {
        var text = new StringBuilder();
        Line("Target", $"{plan.Target.Address} ({plan.Target.Image}, {plan.Target.State.ToString().ToLowerInvariant()})");
        Line("Technique", plan.Technique switch
        {
            DebugTechnique.Sidecar => "sidecar: a second container beside the running target",
            _ => "copy: the target does not run, so its image is started again with the tools beside it and its entry point replaced",
        });
        Line("Toolbox", plan.Toolbox.Name == plan.Toolbox.Image ? plan.Toolbox.Name : $"{plan.Toolbox.Name} ({plan.Toolbox.Image})");
        Line("User", plan.User);
        Line("Adds", plan.Capabilities.Count == 0 ? "no capabilities" : string.Join(", ", plan.Capabilities));
        Line("Shares", plan.SharedNamespaces.Count == 0 ? "no namespaces" : string.Join(", ", plan.SharedNamespaces));
        Line("Files", $"the target's are in {plan.TargetRoot}");
        Line("Ends", $"by itself after {Duration.Format(plan.TimeLimit)}, or with `debugdeck sessions end`");
        foreach (var warning in plan.Warnings)
        {
            text.Append('\n').Append(palette.Paint("Warning", Ink.Attention)).Append("  ").Append(VisibleText.Escape(warning));
        }

        text.Append(plan.Warnings.Count > 0 ? "\n" : "")
            .Append('\n').Append(palette.Paint("The same by hand", Ink.Heading)).Append('\n')
            .Append("  ").Append(VisibleText.Escape(plan.EquivalentCommand)).Append('\n');
        return text.ToString();

        void Line(string name, string value) =>
            text.Append(palette.Paint(name.PadRight(10), Ink.Heading)).Append(' ').Append(VisibleText.Escape(value)).Append('\n');
    }
}
