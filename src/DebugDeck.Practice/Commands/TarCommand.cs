namespace DebugDeck.Practice.Commands;

/// <summary><c>tar</c>: creates, lists and extracts.</summary>
internal sealed class TarCommand : ICommand
{
    public IReadOnlyList<string> Names => ["tar"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        // The first argument may leave out its dash: tar cf - x
        IReadOnlyList<string> arguments = context.Arguments is [{ Length: > 0 } first, ..] && first[0] != '-'
            ? ["-" + first, .. context.Arguments.Skip(1)]
            : context.Arguments;
        var options = Options.Parse(
            Bundle(arguments), "cxtvOpmhkf:C:T:X:zjJa", "exclude=", "numeric-owner", "no-same-owner", "no-same-permissions", "overwrite", "strip-components=");
        if (options.Value('C') is { } folder)
        {
            context.Process.WorkingDirectory = context.Files.Resolve(folder) as Files.FolderNode ?? throw new UsageException($"can't change directory to '{folder}': Not a directory");
        }

        return options.Has('c') ? await new TarWriting(context, options).RunAsync(cancellationToken)
            : options.Has('x') || options.Has('t') ? await new TarReading(context, options).RunAsync(cancellationToken)
            : throw new UsageException("no operation given: one of -c, -x, -t");
    }

    // "cf - dir" as "-cf - dir": the f may stand anywhere in the bundle, and takes the next argument.
    private static IReadOnlyList<string> Bundle(IReadOnlyList<string> arguments)
    {
        if (arguments is not [{ Length: > 2 } first, ..] || !first.Contains('f') || first.EndsWith('f') || first.StartsWith("--", StringComparison.Ordinal))
        {
            return arguments;
        }

        return [first.Replace("f", "", StringComparison.Ordinal) + "f", .. arguments.Skip(1)];
    }
}
