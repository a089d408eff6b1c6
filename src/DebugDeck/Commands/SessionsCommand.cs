using DebugDeck.Core.Debugging;
using DebugDeck.Core.Text;
using DebugDeck.Output;
using DebugDeck.Output.Documents;

namespace DebugDeck.Commands;

/// <summary><c>debugdeck sessions</c>: the debug containers of ours that run, whoever started them.</summary>
internal static class SessionsCommand
{
    public static DeckCommand Define(CommandScope scope)
    {
        var format = FormatFlag.Of(OutputFormat.Table, OutputFormat.Json, OutputFormat.Yaml, OutputFormat.Name);
        var command = new DeckCommand("sessions", "Debug containers that DebugDeck has running, on every host and whoever started them")
        {
            Examples = ["debugdeck sessions", "debugdeck sessions end abcde", "debugdeck sessions end --all"],
        };
        command.Take(format, SessionsEndCommand.Define(scope));
        return scope.Run(command, parsed => parsed.GetValue(format), RunAsync);
    }

    private static async Task<int> RunAsync(CommandContext context, OutputFormat format, CancellationToken cancellationToken)
    {
        await using var catalogue = context.OpenHosts(context.Global);
        var sessions = await RunningSessions.FindAsync(context, catalogue, cancellationToken);
        switch (format)
        {
            case OutputFormat.Json or OutputFormat.Yaml:
                var document = new SessionsDocument([.. sessions.Select(session => SessionDocument.From(session.Info))]);
                DocumentPrinter.Print(context.Out, format, document, DocumentJson.Indented.SessionsDocument);
                break;
            case OutputFormat.Name:
                foreach (var session in sessions)
                {
                    context.Out.Text.WriteLine(session.Info.Id);
                }

                break;
            case var _ when sessions.Count == 0:
                context.Note("no debug containers are running");
                break;
            default:
                context.Out.Text.Write(Render(context, sessions.Select(session => session.Info)));
                break;
        }

        return ExitCode.Done;
    }

    private static string Render(CommandContext context, IEnumerable<DebugSessionInfo> sessions)
    {
        var now = context.Clock.GetUtcNow();
        var table = new Table(
            new Column("ID"),
            new Column("TARGET"),
            new Column("TECHNIQUE"),
            new Column("TOOLBOX", Shortening.Start),
            new Column("HOST", LeaveOut: 1),
            new Column("AGE"),
            new Column("ENDS IN"),
            new Column("STARTED BY", Shortening.End, LeaveOut: 2));
        foreach (var session in sessions)
        {
            table.Add(
                session.Id,
                session.Namespace is { } space ? $"{session.Target} -n {space}" : session.Target,
                DocumentWord.Of(session.Technique),
                session.Toolbox,
                session.Host,
                Duration.Format(now - session.StartedAt),
                Duration.Format(session.EndsAt - now),
                session.StartedBy);
        }

        return table.Render(context.Palette, context.Out.IsTerminal ? context.Out.Columns : null);
    }
}
