using System.Text;
using System.Text.Json;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Debugging.Planning;
using DebugDeck.Core.Text;
using DebugDeck.Output;

namespace DebugDeck.Commands;

/// <summary>A plan in words.</summary>
internal static class PlanText
{
    /// <summary>All of it.</summary>
    public static string Render(DebugPlan plan, Palette palette)
    {
        var text = new StringBuilder(Summary(plan, palette));
        if (plan.Permissions.Count > 0 || plan.Candidates.Count > 1)
        {
            text.Append('\n').Append(PlanWays.Render(plan, palette));
        }

        Remarks(text, plan, palette);
        if (plan.EquivalentCommand.Length > 0)
        {
            Section(text, palette, "The same by hand", plan.EquivalentCommand);
        }

        if (plan.Manifest is { } manifest)
        {
            Section(text, palette, "What is sent", Yaml(manifest));
        }

        return text.ToString();
    }

    /// <summary>What somebody has to know who is asked whether to start it. A copy is shown whole: it is a pod of its own.</summary>
    public static string Short(DebugPlan plan, Palette palette)
    {
        var text = new StringBuilder(Summary(plan, palette));
        Remarks(text, plan, palette);
        Section(text, palette, "The same by hand", plan.EquivalentCommand);
        if (plan is { Technique: DebugTechnique.Copy, Manifest: { } manifest })
        {
            Section(text, palette, "What is sent", Yaml(manifest));
        }

        return text.ToString();
    }

    /// <summary>Why nothing can be started, and what to do about it.</summary>
    public static string Refusal(DebugPlan plan, Palette palette)
    {
        var text = new StringBuilder(PlanWays.Render(plan, palette));
        Remarks(text, plan, palette);
        return text.ToString();
    }

    private static string Summary(DebugPlan plan, Palette palette)
    {
        var text = new StringBuilder();
        Line("Target", $"{plan.Target.Address} ({plan.Target.Image}, {plan.Target.State.ToString().ToLowerInvariant()})");
        if (plan.Permissions.Count > 0)
        {
            Line("Runs as", $"{plan.Identity} ({plan.Identity.Source})");
            Line("Namespace", plan.Target.Project + (plan.NamespacePolicy is { } policy ? $", enforces Pod Security '{policy}'" : ""));
            Line("Allowed", Join(plan.Permissions.Where(answer => answer.Allowed).Select(answer => $"{answer.Verb} {answer.Resource}")));
            Line("Not so", Join(plan.Permissions.Where(answer => !answer.Allowed).Select(answer => $"{answer.Verb} {answer.Resource}")));
        }

        if (!plan.IsPossible)
        {
            Line("Technique", "none works");
            return text.ToString();
        }

        Line("Technique", PlanTechnique.Words(plan));
        if (plan.Technique != DebugTechnique.Exec)
        {
            Line("Toolbox", plan.Toolbox.Name == plan.Toolbox.Image ? plan.Toolbox.Name : $"{plan.Toolbox.Name} ({plan.Toolbox.Image})");
        }

        Line("User", plan.User);
        if (plan.Technique != DebugTechnique.Exec)
        {
            Line("Adds", plan.Chosen?.Security?.Privileged == true ? "every capability: it is privileged" : plan.Capabilities.Count == 0 ? "no capabilities" : string.Join(", ", plan.Capabilities));
            Line("Shares", plan.SharedNamespaces.Count == 0 ? "no namespaces" : string.Join(", ", plan.SharedNamespaces));
        }

        if (plan is { Permissions.Count: > 0, Chosen.Sees: { } sees })
        {
            Line("Sees", Join(Seen(sees)));
        }

        Line("Files", $"the target's are in {plan.TargetRoot}");
        if (plan.Technique != DebugTechnique.Exec)
        {
            Line("Ends", $"by itself after {Duration.Format(plan.TimeLimit)}, or with `debugdeck sessions end`");
        }

        return text.ToString();

        void Line(string name, string value) => text.Append(palette.Paint(name.PadRight(10), Ink.Heading)).Append(' ').Append(VisibleText.Escape(value)).Append('\n');
    }

    private static IEnumerable<string> Seen(Visibility sees)
    {
        (string What, bool? Answer)[] all = [("files", sees.Files), ("environment", sees.Environment), ("processes", sees.Processes), ("packets", sees.Capture)];
        return all.Where(one => one.Answer != false).Select(one => one.Answer is null ? $"perhaps {one.What}" : one.What);
    }

    private static void Remarks(StringBuilder text, DebugPlan plan, Palette palette)
    {
        foreach (var warning in plan.Warnings)
        {
            text.Append('\n').Append(palette.Paint("Warning", Ink.Attention)).Append("  ").Append(Lines(warning, "         "));
        }

        text.Append(plan.Warnings.Count > 0 ? "\n" : "");
        foreach (var piece in plan.Advice)
        {
            text.Append('\n').Append(palette.Paint("To do", Ink.Attention)).Append("    ").Append(Lines(piece, "         "));
        }

        text.Append(plan.Advice.Count > 0 ? "\n" : "");
    }

    private static void Section(StringBuilder text, Palette palette, string heading, string content) =>
        text.Append('\n').Append(palette.Paint(heading, Ink.Heading)).Append('\n').Append("  ").Append(Lines(content, "  ")).Append('\n');

    private static string Join(IEnumerable<string> words) => string.Join(", ", words) is { Length: > 0 } some ? some : "nothing";

    private static string Lines(string text, string indent) => string.Join('\n' + indent, text.TrimEnd().Split('\n').Select(line => VisibleText.Escape(line)));

    private static string Yaml(string manifest)
    {
        using var text = new StringWriter();
        YamlDocument.Write(JsonElement.Parse(manifest), text);
        return text.ToString();
    }
}
