using System.CommandLine;
using System.Globalization;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Files;
using DebugDeck.Core.Files.Copying;
using DebugDeck.Core.Targets;
using DebugDeck.Core.Text;
using DebugDeck.Output;

namespace DebugDeck.Commands;

/// <summary><c>debugdeck cp</c>: files and directories out of a target.</summary>
internal static class CopyCommand
{
    public static DeckCommand Define(CommandScope scope)
    {
        var source = AddressArgument.Path(scope);
        var destination = new Argument<string>("LOCAL") { Description = "A file or directory on this machine; - writes a tar to the standard output" };
        var command = new DeckCommand("cp", "Copy files or directories out of a target, running or not, shell or no shell")
        {
            Examples =
            [
                "debugdeck cp docker://web:/var/log/app.log .",
                "debugdeck cp web:/etc ./web-etc",
                "debugdeck cp web:/app - | tar t",
            ],
            Details = "The copy appears under its name only when it is complete. Entries that would leave the destination, devices and the like are left out and named.",
        };
        var verify = new Option<bool>("--verify") { Description = "Compare the sha256 of every file with the target's afterwards" };
        var yes = Consent.Flag();
        command.Take(source, destination, verify, yes);
        return scope.Run(
            command,
            parsed => new CopyCommandOptions(ReadSource(parsed.GetRequiredValue(source)), parsed.GetRequiredValue(destination), parsed.GetValue(verify), parsed.GetValue(yes)),
            RunAsync);
    }

    private static TargetPath ReadSource(string text)
    {
        try
        {
            return TargetPath.Parse(text);
        }
        catch (DebugDeckException error)
        {
            throw new DebugDeckException(error.Kind, error.Message, "copies go out of a target only: debugdeck cp ADDRESS:/path LOCAL", error);
        }
    }

    private static async Task<int> RunAsync(CommandContext context, CopyCommandOptions options, CancellationToken cancellationToken)
    {
        var isStream = options.Destination == "-";
        if (isStream && context.Out.IsTerminal)
        {
            throw new DebugDeckException(ErrorKind.Usage, "a tar is not for a terminal", "send it into a file or a program: … - > copy.tar, … - | tar x");
        }

        if (isStream && options.Verify)
        {
            throw new DebugDeckException(ErrorKind.Usage, "a tar on the standard output cannot be compared afterwards", "leave --verify away, or name a file or directory");
        }

        await using var files = await TargetFiles.OpenAsync(context, options.Source.Address, options.Yes, cancellationToken);
        var began = context.Clock.GetTimestamp();
        var result = await CopyAsync(context, options, files.Files, began, cancellationToken);
        foreach (var warning in result.Warnings)
        {
            context.Note($"{CommandPath.Program}: {warning}");
        }

        if (!isStream)
        {
            context.Note(Summary(result, context.Clock.GetElapsedTime(began)));
        }

        if (options.Verify)
        {
            var count = await CopyCheck.RunAsync(files.Files, options.Source.Path, result.Path, cancellationToken);
            context.Note($"verified: {Count(count, "file") ?? "no files"} with the target's sha256");
        }

        return ExitCode.Done;
    }

    private static async Task<CopyResult> CopyAsync(CommandContext context, CopyCommandOptions options, IContainerFiles files, long began, CancellationToken cancellationToken)
    {
        using var line = new ProgressLine(context.Error, context.Clock);
        var progress = new CopyProgressLine(line, context.Clock, began);
        var how = new CopyOptions { Clock = context.Clock };
        return options.Destination == "-"
            ? await CopyOut.ToStreamAsync(files, options.Source.Path, context.Out.Bytes, how, progress, cancellationToken)
            : await CopyOut.ToAsync(files, options.Source.Path, options.Destination, how, progress, cancellationToken);
    }

    private static string Summary(CopyResult result, TimeSpan elapsed)
    {
        var counts = new[] { Count(result.Files, "file"), Count(result.Folders, "directory", "directories"), Count(result.Links, "link") }.OfType<string>();
        return $"{result.Path}: {string.Join(", ", counts)}, {ByteSize.Format(result.Bytes)} in {CopyProgressLine.Elapsed(elapsed)}";
    }

    private static string? Count(long count, string one, string? many = null) => count switch
    {
        0 => null,
        1 => $"1 {one}",
        _ => $"{count.ToString(CultureInfo.InvariantCulture)} {many ?? one + "s"}",
    };
}

/// <summary>What <c>cp</c> is asked for.</summary>
internal sealed record CopyCommandOptions(TargetPath Source, string Destination, bool Verify = false, bool Yes = false);
