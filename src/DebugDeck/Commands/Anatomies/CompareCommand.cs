using System.CommandLine;
using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Anatomy.Summary;
using DebugDeck.Core.Targets;
using DebugDeck.Output;
using DebugDeck.Output.Documents;
using DebugDeck.Output.Documents.Anatomies;

namespace DebugDeck.Commands.Anatomies;

/// <summary><c>debugdeck compare</c>: two anatomies side by side.</summary>
internal static class CompareCommand
{
    public static DeckCommand Define(CommandScope scope)
    {
        var left = AddressArgument.Target(scope);
        var right = new Argument<string>("OTHER") { Description = "What it is held against: another address" };
        right.CompletionSources.Add(_ => scope.Candidates.Targets);
        var format = FormatFlag.Of(OutputFormat.Table, OutputFormat.Wide, OutputFormat.Json, OutputFormat.Yaml, OutputFormat.Markdown);
        var registry = new RegistryFlags();
        var command = new DeckCommand("compare", "Two containers or images side by side, with what differs marked")
        {
            Examples = ["debugdeck compare docker://web docker://web-old", "debugdeck compare pod/web-6c75-x2x9k image://web:1.4 -o markdown", "debugdeck compare image://web:1.4 image://web:1.3 -o json | jq .differences"],
            Details = "Only the lines that differ are shown; -o wide shows all. A '?' marks what nobody can say, because one side could not be looked at; a '~' what is likely, not sure.",
        };
        command.Take(left, right, format, registry.Ask, registry.Platform);
        return scope.Run(
            command,
            parsed => new CompareOptions(TargetAddress.Parse(parsed.GetRequiredValue(left)), TargetAddress.Parse(parsed.GetRequiredValue(right)), parsed.GetValue(format), registry.Read(parsed)),
            RunAsync);
    }

    private static async Task<int> RunAsync(CommandContext context, CompareOptions options, CancellationToken cancellationToken)
    {
        var left = await AnatomySource.ReadAsync(context, options.Left, options.Registry, cancellationToken);
        var right = await AnatomySource.ReadAsync(context, options.Right, options.Registry, cancellationToken);
        var lines = AnatomyDifference.Between(left, right);
        if (options.Format is OutputFormat.Json or OutputFormat.Yaml)
        {
            DocumentPrinter.Print(context.Out, options.Format, CompareDocument.From(left, right, lines), DocumentJson.Indented.CompareDocument);
            return ExitCode.Done;
        }

        if (options.Format == OutputFormat.Markdown)
        {
            context.Out.Text.Write(CompareMarkdown.Render(left, right, lines));
            return ExitCode.Done;
        }

        var shown = options.Format == OutputFormat.Wide ? lines : [.. lines.Where(line => !line.IsSame)];
        if (shown.Count == 0)
        {
            context.Note("they are the same in everything that was looked at");
            return ExitCode.Done;
        }

        Note(context, left);
        Note(context, right);
        var table = new Table(new Column("FIELD"), new Column(left.Address, Shortening.End), new Column(right.Address, Shortening.End));
        foreach (var line in shown)
        {
            var ink = line.IsSame ? Ink.Quiet : Ink.Plain;
            table.Add(new Cell($"{(line.IsSame ? " " : line.IsOpen ? "?" : "≠")} {line.Label}", line.IsSame || line.IsOpen ? Ink.Quiet : Ink.Attention), new Cell(line.LeftMark + line.Left, ink), new Cell(line.RightMark + line.Right, ink));
        }

        context.Out.Text.Write(table.Render(context.Palette, context.Out.IsTerminal && options.Format == OutputFormat.Table ? context.Out.Columns : null));
        return ExitCode.Done;
    }

    // A difference may only be that one of them could not be looked at.
    private static void Note(CommandContext context, TargetAnatomy anatomy)
    {
        if (!anatomy.HasFiles)
        {
            context.Note($"{anatomy.Address}: no file was looked at, so what is said of it is from its image's name and from what the host tells");
        }
    }
}

/// <summary>What <c>compare</c> is asked for.</summary>
internal sealed record CompareOptions(TargetAddress Left, TargetAddress Right, OutputFormat Format, RegistryOptions Registry);
