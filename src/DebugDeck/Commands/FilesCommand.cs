using DebugDeck.Core.Errors;
using DebugDeck.Core.Files;
using DebugDeck.Core.Targets;
using DebugDeck.Output;
using DebugDeck.Output.Documents;

namespace DebugDeck.Commands;

/// <summary><c>debugdeck files</c>: what is in a directory of a target, as <c>ls -l</c> would show it if there were an <c>ls</c>.</summary>
internal static class FilesCommand
{
    public static DeckCommand Define(CommandScope scope)
    {
        var path = AddressArgument.Path(scope);
        var format = FormatFlag.Of(OutputFormat.Table, OutputFormat.Wide, OutputFormat.Json, OutputFormat.Yaml, OutputFormat.Name);
        var command = new DeckCommand("files", "List a directory of a target or an image, running or not, shell or no shell")
        {
            Examples = ["debugdeck files docker://web:/etc", "debugdeck files web:/app -o json", "debugdeck files image://web:1.4:/etc", "debugdeck files archive://web.tar:/"],
        };
        var yes = Consent.Flag();
        command.Take(path, format, yes);
        return scope.Run(
            command,
            parsed => new FilesOptions(TargetPath.Parse(parsed.GetRequiredValue(path)), parsed.GetValue(format), parsed.GetValue(yes)),
            RunAsync);
    }

    private static async Task<int> RunAsync(CommandContext context, FilesOptions options, CancellationToken cancellationToken)
    {
        await using var files = await TargetFiles.OpenAsync(context, options.Path.Address, options.Yes, cancellationToken);
        var entries = await ReadAsync(files.Files, options.Path.Path, cancellationToken);
        var address = files.Address;
        switch (options.Format)
        {
            case OutputFormat.Json or OutputFormat.Yaml:
                var document = new FilesDocument(address, options.Path.Path, [.. entries.Select(FileDocument.From)]);
                DocumentPrinter.Print(context.Out, options.Format, document, DocumentJson.Indented.FilesDocument);
                break;
            case OutputFormat.Name:
                entries.ForEach(entry => context.Out.Text.WriteLine($"{address}:{entry.Path}"));
                break;
            case var _ when entries.Count > 0:
                context.Out.Text.Write(FileTable.Render(context, entries, options.Format));
                break;
        }

        return ExitCode.Done;
    }

    private static async Task<List<FileEntry>> ReadAsync(IContainerFiles files, string path, CancellationToken cancellationToken)
    {
        var top = await files.StatAsync(path, cancellationToken)
            ?? throw new DebugDeckException(ErrorKind.NotFound, $"there is no {path} in the target", "`debugdeck files ADDRESS:/` shows where to start");
        if (top.Kind is not (FileKind.Directory or FileKind.Link))
        {
            return [top];
        }

        try
        {
            var entries = await files.ListAsync(path, cancellationToken).ToListAsync(cancellationToken);
            return [.. entries.OrderBy(entry => entry.Name, StringComparer.Ordinal)];
        }
        catch (DebugDeckException) when (top.Kind == FileKind.Link)
        {
            // A link to something that is no directory, or to nothing: then the link itself is the answer, as with ls -l.
            return [top];
        }
    }
}

/// <summary>What <c>files</c> is asked for.</summary>
internal sealed record FilesOptions(TargetPath Path, OutputFormat Format, bool Yes);
