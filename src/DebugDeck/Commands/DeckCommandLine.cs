using System.CommandLine;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Playbooks.Files;
using DebugDeck.Tui;

namespace DebugDeck.Commands;

/// <summary><c>debugdeck</c> without a command: the screens.</summary>
internal static class DeckCommandLine
{
    private const string WithoutScreens = "`debugdeck list` prints the containers; `debugdeck --help` shows all commands";

    public static void AddTo(RootCommand root, CommandScope scope)
    {
        var toolbox = new Option<string>("--toolbox") { Description = "The tools of the shells that are opened: busybox (the default), netshoot, or any image", HelpName = "NAME" };
        var noMouse = new Option<bool>("--no-mouse") { Description = "Leave the mouse to the terminal, which then selects text as usual" };
        root.Add(toolbox);
        root.Add(noMouse);
        root.SetAction((parsed, token) =>
        {
            var usual = new DeckOptions();
            return RunAsync(scope.For(parsed), usual with { Mouse = !parsed.GetValue(noMouse), Toolbox = parsed.GetValue(toolbox) ?? usual.Toolbox }, token);
        });
    }

    /// <summary>Makes sure that the screens can be shown, before anything is started for them.</summary>
    /// <param name="context">The terminal.</param>
    /// <param name="hint">What there is without screens.</param>
    /// <exception cref="DebugDeckException">Usage: they cannot.</exception>
    public static void NeedScreens(CommandContext context, string hint)
    {
        if (context.Environment("TERM") == "dumb")
        {
            throw new DebugDeckException(ErrorKind.Usage, "this terminal (TERM=dumb) cannot show the screens", hint);
        }

        if (!context.In.IsTerminal || !context.Out.IsTerminal)
        {
            throw new DebugDeckException(ErrorKind.Usage, "the screens need a terminal, and this is none", hint);
        }

        if (context.Global.NoColor)
        {
            // The screens, and whatever a shell started from them runs, ask the environment.
            Environment.SetEnvironmentVariable("NO_COLOR", "1");
        }
    }

    private static async Task<int> RunAsync(CommandContext context, DeckOptions options, CancellationToken cancellationToken)
    {
        NeedScreens(context, WithoutScreens);
        var global = context.Global with { HasScreens = true };
        await using var catalogue = context.OpenHosts(global);
        var all = options with
        {
            Contexts = context.Contexts(global),
            Anatomies = context.Lookup,
            Playbooks = () => PlaybookLibrary.Load(context.Paths.Playbooks, []),
        };
        return await context.RunScreens(catalogue.Select(context.Global.Host), all, cancellationToken);
    }
}
