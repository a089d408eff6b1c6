using System.Globalization;

namespace DebugDeck.Practice.Commands;

/// <summary><c>head</c>.</summary>
internal sealed class HeadCommand : ICommand
{
    public IReadOnlyList<string> Names => ["head"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = Options.Parse(HistoricCount.Rewrite(context.Arguments), "n:c:qv");
        var lines = SizeText.Parse(options.Value('n') ?? "10");
        var bytes = options.Value('c') is { } count ? SizeText.Parse(count) : (long?)null;
        var showNames = (options.Operands.Count > 1 && !options.Has('q')) || options.Has('v');
        var first = true;
        return await InputFiles.EachAsync(
            context,
            options.Operands,
            async (path, file) =>
            {
                if (showNames)
                {
                    await context.PrintLineAsync(string.Create(CultureInfo.InvariantCulture, $"{(first ? "" : "\n")}==> {(path == "-" ? "standard input" : path)} <=="), cancellationToken);
                }

                first = false;
                await (bytes is { } most ? CopyBytesAsync(context, file, most, cancellationToken) : CopyLinesAsync(context, file, lines, cancellationToken));
            },
            cancellationToken);
    }

    private static async Task CopyLinesAsync(CommandContext context, Stream file, long lines, CancellationToken cancellationToken)
    {
        var held = new Queue<string>();
        await foreach (var (text, hasEnd) in LineReader.ReadAsync(file, cancellationToken))
        {
            held.Enqueue(hasEnd ? text + "\n" : text);
            if (lines >= 0 && held.Count > lines)
            {
                return;
            }

            // A negative count keeps back the last lines.
            if (lines >= 0 || held.Count > -lines)
            {
                await context.PrintAsync(lines >= 0 ? held.Last() : held.Dequeue(), cancellationToken);
                if (held.Count == lines)
                {
                    return;
                }
            }
        }
    }

    private static async Task CopyBytesAsync(CommandContext context, Stream file, long bytes, CancellationToken cancellationToken)
    {
        var buffer = new byte[8192];
        while (bytes > 0)
        {
            var read = await file.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, bytes)), cancellationToken);
            if (read == 0)
            {
                return;
            }

            await context.Out.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            bytes -= read;
        }
    }
}
