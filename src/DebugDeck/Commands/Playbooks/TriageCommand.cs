using DebugDeck.Core.Playbooks.Triage;
using DebugDeck.Core.Targets;
using DebugDeck.Output;
using DebugDeck.Output.Playbooks;

namespace DebugDeck.Commands.Playbooks;

/// <summary><c>debugdeck triage</c>: what state, events and log of a target say at first sight, and which playbook to run.</summary>
internal static class TriageCommand
{
    public static DeckCommand Define(CommandScope scope)
    {
        var address = AddressArgument.Target(scope);
        var files = PlaybookFlags.Files();
        var format = FormatFlag.Of(OutputFormat.Table, OutputFormat.Json, OutputFormat.Yaml);
        var command = new DeckCommand("triage", "Name the symptoms in a target's state, events and log, and the playbooks that help")
        {
            Examples = ["debugdeck triage docker://web", "debugdeck triage pod/shop-7c9 -n shop -o json | jq -r '.suggestions[0].command'"],
            Details = "Reads what the host tells and the log of this run and the one before. Nothing is started anywhere.",
        };
        command.Take(address, files, format);
        return scope.Run(
            command,
            parsed => new TriageOptions(TargetAddress.Parse(parsed.GetRequiredValue(address)), parsed.GetValue(files) ?? [], parsed.GetValue(format)),
            RunAsync);
    }

    private static async Task<int> RunAsync(CommandContext context, TriageOptions options, CancellationToken cancellationToken)
    {
        var library = PlaybookFlags.Load(context, options.Files);
        await using var catalogue = context.OpenHosts(context.Global);
        var (host, found) = await TargetLookup.FindAsync(catalogue, context.Global, options.Address, cancellationToken);
        TriageReport report;
        using (var progress = new ProgressLine(context.Error, context.Clock))
        {
            report = await TriageLook.TakeAsync(host, found, library.Playbooks, context.Clock, progress, cancellationToken);
        }

        var target = report.Evidence.Details?.Target ?? found;
        if (options.Format == OutputFormat.Table)
        {
            context.Out.Text.Write(new TriageText(context.Palette, context.Out.IsTerminal ? context.Out.Columns : null, context.Clock.GetUtcNow()).Render(target, report));
        }
        else
        {
            DocumentPrinter.Print(context.Out, options.Format, TriageDocument.From(target, report), PlaybookJson.Indented.TriageDocument);
        }

        return ExitCode.Done;
    }
}

/// <summary>What <c>triage</c> is asked for.</summary>
internal sealed record TriageOptions(TargetAddress Address, IReadOnlyList<string> Files, OutputFormat Format);
