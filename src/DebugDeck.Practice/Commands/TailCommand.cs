using DebugDeck.Practice.Files;

namespace DebugDeck.Practice.Commands;

/// <summary><c>tail</c>, which with <c>-f</c> goes on as the file grows.</summary>
internal sealed class TailCommand : ICommand
{
    public IReadOnlyList<string> Names => ["tail"];

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(500);

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = Options.Parse(HistoricCount.Rewrite(context.Arguments), "n:c:qvfFs:");
        var count = options.Value('c') ?? options.Value('n') ?? "10";
        var first = true;
        var status = await InputFiles.EachAsync(
            context,
            options.Operands,
            async (path, file) =>
            {
                if ((options.Operands.Count > 1 && !options.Has('q')) || options.Has('v'))
                {
                    await context.PrintLineAsync($"{(first ? "" : "\n")}==> {path} <==", cancellationToken);
                }

                first = false;
                await CopyEndAsync(context, file, count, options.Has('c'), cancellationToken);
            },
            cancellationToken,
            InputFiles.CannotOpen);
        if ((options.Has('f') || options.Has('F')) && options.Operands is [var followed, ..] && status == 0)
        {
            await FollowAsync(context, followed, cancellationToken);
        }

        return status;
    }

    private static async Task CopyEndAsync(CommandContext context, Stream file, string count, bool inBytes, CancellationToken cancellationToken)
    {
        using var all = new MemoryStream();
        await file.CopyToAsync(all, cancellationToken);
        var bytes = all.GetBuffer().AsMemory(0, (int)all.Length);
        var number = SizeText.Parse(count.TrimStart('+', '-'));
        var start = inBytes
            ? count.StartsWith('+') ? Math.Max(number - 1, 0) : Math.Max(bytes.Length - number, 0)
            : LineStart(bytes.Span, number, fromStart: count.StartsWith('+'));
        await context.Out.WriteAsync(bytes[(int)Math.Min(start, bytes.Length)..], cancellationToken);
    }

    private static long LineStart(ReadOnlySpan<byte> bytes, long lines, bool fromStart)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < bytes.Length - 1; i++)
        {
            if (bytes[i] == '\n')
            {
                starts.Add(i + 1);
            }
        }

        var index = fromStart ? Math.Max(lines - 1, 0) : starts.Count - lines;
        return index >= starts.Count ? bytes.Length : lines == 0 && !fromStart ? bytes.Length : starts[(int)Math.Max(index, 0)];
    }

    private static async Task FollowAsync(CommandContext context, string path, CancellationToken cancellationToken)
    {
        var seen = context.Files.Resolve(path).Size;
        while (true)
        {
            await Task.Delay(PollInterval, context.Clock, cancellationToken);
            if (context.Files.TryResolve(path) is not FileNode file || file.Size <= seen)
            {
                continue;
            }

            await using var content = context.Files.OpenRead(path);
            await content.CopyToAsync(new SkippingStream(context.Out, seen), cancellationToken);
            seen = file.Size;
        }
    }
}
