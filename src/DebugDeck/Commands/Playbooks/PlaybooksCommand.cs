using System.CommandLine;
using DebugDeck.Core.Playbooks.Files;
using DebugDeck.Output;
using DebugDeck.Output.Playbooks;

namespace DebugDeck.Commands.Playbooks;

/// <summary><c>debugdeck playbooks</c>: the playbooks there are; with <c>show</c> and <c>validate</c> below it.</summary>
internal static class PlaybooksCommand
{
    public static DeckCommand Define(CommandScope scope)
    {
        var command = new DeckCommand("playbooks", "The playbooks: what they look at, and whether a file of your own is a good one")
        {
            Examples = ["debugdeck playbooks list", "debugdeck playbooks show dns", "debugdeck playbooks validate team.yaml"],
            Details = "Besides the built-in ones there are those in your folder ($XDG_CONFIG_HOME/debugdeck/playbooks/) and the files named with --playbook. "
                + "docs/playbook-format.md teaches writing one.",
        };
        command.Take(List(scope), Show(scope), PlaybooksValidateCommand.Define(scope));
        return scope.Run(command, _ => new ListOptions([], OutputFormat.Table), RunAsync);
    }

    private static DeckCommand List(CommandScope scope)
    {
        var files = PlaybookFlags.Files();
        var format = FormatFlag.Of(OutputFormat.Table, OutputFormat.Json, OutputFormat.Yaml, OutputFormat.Name);
        var command = new DeckCommand("list", "The playbooks there are") { Examples = ["debugdeck playbooks list", "debugdeck playbooks list -o json"] };
        command.Aliases.Add("ls");
        command.Take(files, format);
        return scope.Run(command, parsed => new ListOptions(parsed.GetValue(files) ?? [], parsed.GetValue(format)), RunAsync);
    }

    private static DeckCommand Show(CommandScope scope)
    {
        var name = PlaybookFlags.Name(scope, ArgumentArity.ExactlyOne);
        var files = PlaybookFlags.Files();
        var command = new DeckCommand("show", "One playbook: symptoms, inputs, steps, and why") { Examples = ["debugdeck playbooks show dns"] };
        command.Take(name, files);
        return scope.Run(
            command,
            parsed => (Name: parsed.GetRequiredValue(name), Files: parsed.GetValue(files) ?? []),
            (context, options, _) =>
            {
                var playbook = PlaybookFlags.Find(PlaybookFlags.Load(context, options.Files), options.Name);
                context.Out.Text.Write(new PlaybookText(context.Palette, context.Out.IsTerminal ? context.Out.Columns : null).Render(playbook));
                return Task.FromResult(ExitCode.Done);
            });
    }

    private static Task<int> RunAsync(CommandContext context, ListOptions options, CancellationToken cancellationToken)
    {
        var library = PlaybookFlags.Load(context, options.Files);
        switch (options.Format)
        {
            case OutputFormat.Json or OutputFormat.Yaml:
                DocumentPrinter.Print(context.Out, options.Format, new PlaybooksDocument(library.Playbooks), PlaybookJson.Indented.PlaybooksDocument);
                break;
            case OutputFormat.Name:
                library.Playbooks.ToList().ForEach(playbook => context.Out.Text.WriteLine(playbook.Name));
                break;
            default:
                context.Out.Text.Write(Render(context, library));
                break;
        }

        return Task.FromResult(ExitCode.Done);
    }

    private static string Render(CommandContext context, PlaybookLibrary library)
    {
        var table = new Table(new Column("NAME"), new Column("TITLE", Shortening.End), new Column("STEPS"), new Column("FROM", Shortening.Start, LeaveOut: 1));
        foreach (var playbook in library.Playbooks)
        {
            table.Add(playbook.Name, playbook.Title, $"{playbook.Steps.Count}", playbook.Origin);
        }

        return table.Render(context.Palette, context.Out.IsTerminal ? context.Out.Columns : null);
    }

    private sealed record ListOptions(IReadOnlyList<string> Files, OutputFormat Format);
}
