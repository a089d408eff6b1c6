using DebugDeck.Commands.Doctor;
using DebugDeck.Core.Text;
using DebugDeck.Hosting;
using DebugDeck.Output;
using DebugDeck.Output.Documents;

namespace DebugDeck.Commands;

/// <summary><c>debugdeck doctor</c>: what on this machine works, what does not, and how to mend it.</summary>
internal static class DoctorCommand
{
    public static DeckCommand Define(CommandScope scope)
    {
        var format = FormatFlag.Of(OutputFormat.Table, OutputFormat.Json, OutputFormat.Yaml);
        var command = new DeckCommand("doctor", "What on this machine works, what does not, and how to mend it")
        {
            Examples = ["debugdeck doctor", "debugdeck doctor -o json"],
            Details = "Exit code 6 if no engine answers; anything else that is wrong is only told.",
        };
        command.Take(format);
        return scope.Run(command, parsed => parsed.GetValue(format), RunAsync);
    }

    private static async Task<int> RunAsync(CommandContext context, OutputFormat format, CancellationToken cancellationToken)
    {
        var kubectl = KubectlCheck.RunAsync(context, cancellationToken);
        var engines = await EngineChecks.RunAsync(context, cancellationToken);
        IReadOnlyList<DoctorCheck> checks =
        [
            .. engines,
            SettingsCheck.Run(context.Paths),
            CacheCheck.Run(context.Paths),
            TerminalCheck.Run(context),
            await kubectl,
        ];
        if (format == OutputFormat.Table)
        {
            Print(context, checks);
        }
        else
        {
            var document = new DoctorDocument(ProgramVersion.Text, [.. checks.Select(CheckDocument.From)]);
            DocumentPrinter.Print(context.Out, format, document, DocumentJson.Indented.DoctorDocument);
        }

        return engines.Any(check => check.Verdict == DoctorVerdict.Ok) ? ExitCode.Done : ExitCode.Unreachable;
    }

    private static void Print(CommandContext context, IReadOnlyList<DoctorCheck> checks)
    {
        context.Out.Text.WriteLine($"debugdeck {ProgramVersion.Text}");
        foreach (var area in checks.GroupBy(check => check.Area))
        {
            context.Out.Text.WriteLine($"\n{context.Palette.Paint(area.Key, Ink.Heading)}");
            foreach (var check in area)
            {
                var (word, ink) = check.Verdict switch
                {
                    DoctorVerdict.Ok => ("ok", Ink.Good),
                    DoctorVerdict.Absent => ("-", Ink.Quiet),
                    DoctorVerdict.Warning => ("warning", Ink.Attention),
                    _ => ("problem", Ink.Bad),
                };
                context.Out.Text.WriteLine($"  {context.Palette.Paint(word.PadRight(8), ink)} {VisibleText.Escape(check.Subject)}: {VisibleText.Escape(check.Detail)}");
                if (check.Hint is { } hint)
                {
                    context.Out.Text.WriteLine($"           hint: {VisibleText.Escape(hint)}");
                }
            }
        }
    }
}
