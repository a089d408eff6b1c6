using System.CommandLine;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Debugging.Planning;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Text;
using DebugDeck.Output;
using DebugDeck.Terminal;

namespace DebugDeck.Commands;

/// <summary>
/// Nothing is created in a cluster that the user has not seen and agreed to: asked on a terminal, or said beforehand with <c>--yes</c>.
/// Every command that starts a debug container goes through here first.
/// </summary>
internal static class Consent
{
    /// <summary>The flag of every such command.</summary>
    public static Option<bool> Flag() => new("--yes", "-y") { Description = "Add a debug container to a pod, or start a copy of one, without asking" };

    /// <summary>Returns if what the plan says may be done.</summary>
    /// <param name="context">Where to ask.</param>
    /// <param name="terminal">Where the answer is typed.</param>
    /// <param name="host">Whose plan it is.</param>
    /// <param name="plan">What would be done.</param>
    /// <param name="isGiven"><c>--yes</c></param>
    /// <param name="mayRepeat">The user asked for another one in so many words (<c>--new</c>).</param>
    /// <exception cref="DebugDeckException">NotPermitted, Failed: the plan found no way. Usage: nobody is there to ask. Failed: the answer was no, or the same has failed already.</exception>
    public static async Task GetAsync(CommandContext context, DebugTerminal terminal, HostKind host, DebugPlan plan, bool isGiven, bool mayRepeat, CancellationToken cancellationToken)
    {
        if (!plan.IsPossible)
        {
            context.Note(PlanText.Refusal(plan, Ink(context)).TrimEnd('\n'));
            throw PlanRefusal.Of(plan);
        }

        if (!Creates(host, plan))
        {
            Notes(context, plan);
            return;
        }

        if (isGiven)
        {
            Notes(context, plan);
            if (plan.RepeatsFailure && !mayRepeat)
            {
                throw new DebugDeckException(
                    ErrorKind.Failed,
                    $"a debug container with {plan.Toolbox.Image} never came up in this pod, and stays in it for ever",
                    "use another --toolbox or a mirror that the node reaches; --new tries the same again");
            }

            return;
        }

        if (!terminal.CanAsk || !context.Error.IsTerminal)
        {
            throw new DebugDeckException(
                ErrorKind.Usage,
                plan.Technique == DebugTechnique.Copy
                    ? $"this would start a copy of {plan.Target.Address}, and nobody is here to ask"
                    : $"this would add a debug container to {plan.Target.Address}, which cannot be undone, and nobody is here to ask",
                "add --yes; `debugdeck plan` shows what it would be");
        }

        await AskAsync(context, terminal, plan, cancellationToken);
    }

    /// <summary>Something would be put into a cluster. An engine's debug container is removed without a trace.</summary>
    private static bool Creates(HostKind host, DebugPlan plan) =>
        host == HostKind.Kubernetes
        && plan.Technique is DebugTechnique.Ephemeral or DebugTechnique.Copy
        && !(plan.MayReuse && plan.Reuses is not null);

    private static async Task AskAsync(CommandContext context, DebugTerminal terminal, DebugPlan plan, CancellationToken cancellationToken)
    {
        context.Note(PlanText.Short(plan, Ink(context)));
        context.Error.Text.Write(plan.Technique == DebugTechnique.Copy ? "Start the copy? [y/N] " : "Add the debug container? [y/N] ");
        context.Error.Flush();
        var answer = await terminal.ReadLineAsync(cancellationToken);
        if (answer.Trim().ToLowerInvariant() is not ("y" or "yes"))
        {
            throw new DebugDeckException(ErrorKind.Failed, "nothing was started");
        }
    }

    private static void Notes(CommandContext context, DebugPlan plan)
    {
        foreach (var warning in plan.Warnings)
        {
            context.Note($"note: {string.Join('\n', warning.Split('\n').Select(line => VisibleText.Escape(line)))}");
        }
    }

    private static Palette Ink(CommandContext context) => Palette.For(context.Error.IsTerminal, context.Global.NoColor, context.Environment);
}
