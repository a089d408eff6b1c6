using System.CommandLine;
using DebugDeck.Core.Playbooks.Files;
using DebugDeck.Core.Text;

namespace DebugDeck.Commands.Playbooks;

/// <summary><c>debugdeck playbooks validate</c>: all that is wrong with files, each with its place.</summary>
internal static class PlaybooksValidateCommand
{
    public static DeckCommand Define(CommandScope scope)
    {
        var files = new Argument<string[]>("FILE") { Description = "Playbook files", Arity = ArgumentArity.OneOrMore };
        var command = new DeckCommand("validate", "Say what is wrong with playbook files, with line and column")
        {
            Examples = ["debugdeck playbooks validate team.yaml", "debugdeck playbooks validate ~/.config/debugdeck/playbooks/*.yaml"],
            Details = "Exit code 2 if a file is no good. JSON schema for editors: playbooks/playbook.schema.json.",
        };
        command.Take(files);
        return scope.Run(command, parsed => parsed.GetValue(files) ?? [], RunAsync);
    }

    private static Task<int> RunAsync(CommandContext context, string[] files, CancellationToken cancellationToken)
    {
        var readings = files.Select(PlaybookLibrary.ReadFile).ToList();
        foreach (var reading in readings)
        {
            if (reading.Playbook is { } playbook)
            {
                context.Out.Text.WriteLine(VisibleText.Escape($"{reading.Origin}: good, '{playbook.Name}' with {playbook.Steps.Count} step{(playbook.Steps.Count == 1 ? "" : "s")}"));
            }

            foreach (var problem in reading.Problems)
            {
                context.Out.Text.WriteLine(VisibleText.Escape(PlaybookFlags.Words(reading, problem)));
            }
        }

        return Task.FromResult(readings.All(reading => reading.Playbook is not null) ? ExitCode.Done : ExitCode.Usage);
    }
}
