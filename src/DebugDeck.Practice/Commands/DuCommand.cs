using System.Globalization;
using DebugDeck.Practice.Files;

namespace DebugDeck.Practice.Commands;

/// <summary><c>du</c>.</summary>
internal sealed class DuCommand : ICommand
{
    public IReadOnlyList<string> Names => ["du"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = Options.Parse(context.Arguments, "aHLd:clsxhmk");
        var depth = options.Has('s') ? 0 : options.Value('d') is { } most ? (int)SizeText.Parse(most) : int.MaxValue;
        var total = 0L;
        foreach (var path in options.Operands.Count == 0 ? ["."] : options.Operands)
        {
            total += await MeasureAsync(context, options, path, 0, depth, cancellationToken);
        }

        if (options.Has('c'))
        {
            await context.PrintLineAsync($"{Size(total, options)}\ttotal", cancellationToken);
        }

        return 0;
    }

    private static async Task<long> MeasureAsync(CommandContext context, Options options, string path, int depth, int most, CancellationToken cancellationToken)
    {
        var node = context.Files.Resolve(path, follow: depth == 0 && options.Has('H'));
        var blocks = node switch { FolderNode => 4, FileNode file and not DeviceNode => (file.Size + 4095) / 4096 * 4, _ => 0 };
        if (node is FolderNode)
        {
            foreach (var name in context.Files.List(path))
            {
                blocks += await MeasureAsync(context, options, path.EndsWith('/') ? path + name : path + "/" + name, depth + 1, most, cancellationToken);
            }
        }

        if (depth <= most && (node is FolderNode || depth == 0 || options.Has('a')))
        {
            await context.PrintLineAsync($"{Size(blocks, options)}\t{path}", cancellationToken);
        }

        return blocks;
    }

    private static string Size(long blocks, Options options) =>
        options.Has('h') ? (blocks == 0 ? "0" : SizeText.Human(blocks * 1024))
        : options.Has('m') ? ((blocks + 1023) / 1024).ToString(CultureInfo.InvariantCulture)
        : blocks.ToString(CultureInfo.InvariantCulture);
}
