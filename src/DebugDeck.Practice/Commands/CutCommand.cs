using System.Globalization;
using System.Text;

namespace DebugDeck.Practice.Commands;

/// <summary><c>cut</c>.</summary>
internal sealed class CutCommand : ICommand
{
    public IReadOnlyList<string> Names => ["cut"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = Options.Parse(context.Arguments, "b:c:f:d:sn");
        var list = options.Value('f') ?? options.Value('c') ?? options.Value('b')
            ?? throw new UsageException("expected a list of bytes, characters, or fields");
        var ranges = list.Split(',').Select(Range).ToList();
        var delimiter = options.Value('d') ?? "\t";
        return await InputFiles.EachAsync(
            context,
            options.Operands,
            async (_, file) =>
            {
                await foreach (var (text, _) in LineReader.ReadAsync(file, cancellationToken))
                {
                    var line = options.Has('f') ? Fields(text, delimiter, ranges, options.Has('s')) : Characters(text, ranges, options.Has('b'));
                    if (line is not null)
                    {
                        await context.PrintLineAsync(line, cancellationToken);
                    }
                }
            },
            cancellationToken);
    }

    private static (int First, int Last) Range(string text)
    {
        var parts = text.Split('-', 2);
        int Number(string part, int otherwise) => part.Length == 0 ? otherwise
            : int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw new UsageException($"invalid number '{part}'");
        return parts.Length == 1 ? (Number(text, 0), Number(text, 0)) : (Number(parts[0], 1), Number(parts[1], int.MaxValue));
    }

    private static string? Fields(string text, string delimiter, List<(int First, int Last)> ranges, bool onlyDelimited)
    {
        if (!text.Contains(delimiter, StringComparison.Ordinal))
        {
            return onlyDelimited ? null : text;
        }

        return string.Join(delimiter, text.Split(delimiter).Where((_, i) => ranges.Any(range => i + 1 >= range.First && i + 1 <= range.Last)));
    }

    private static string Characters(string text, List<(int First, int Last)> ranges, bool bytes)
    {
        if (!bytes)
        {
            return string.Concat(text.Where((_, i) => ranges.Any(range => i + 1 >= range.First && i + 1 <= range.Last)));
        }

        var all = Encoding.UTF8.GetBytes(text);
        return Encoding.UTF8.GetString([.. all.Where((_, i) => ranges.Any(range => i + 1 >= range.First && i + 1 <= range.Last))]);
    }
}
