namespace DebugDeck.Practice.Commands;

/// <summary><c>wc</c>.</summary>
internal sealed class WcCommand : ICommand
{
    public IReadOnlyList<string> Names => ["wc"];

    private static readonly char[] AllLetters = ['l', 'w', 'c'];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = Options.Parse(context.Arguments, "lwcmL");
        var wanted = AllLetters.Where(letter => options.Has(letter) || (letter == 'c' && options.Has('m'))).ToList();
        wanted = wanted.Count == 0 ? ['l', 'w', 'c'] : wanted;
        var total = new Dictionary<char, long> { ['l'] = 0, ['w'] = 0, ['c'] = 0 };
        var status = await InputFiles.EachAsync(
            context,
            options.Operands,
            async (path, file) =>
            {
                var counts = await CountAsync(file, cancellationToken);
                foreach (var (letter, count) in counts)
                {
                    total[letter] += count;
                }

                await context.PrintLineAsync(Line(wanted, counts, options.Operands.Count == 0 ? null : path, options.Operands.Count > 1), cancellationToken);
            },
            cancellationToken);
        if (options.Operands.Count > 1)
        {
            await context.PrintLineAsync(Line(wanted, total, "total", isPadded: true), cancellationToken);
        }

        return status;
    }

    // One number of one file stands alone; all else is padded to nine columns.
    private static string Line(List<char> wanted, Dictionary<char, long> counts, string? name, bool isPadded)
    {
        var numbers = wanted.Count == 1 && !isPadded ? FormattableString.Invariant($"{counts[wanted[0]]}") : string.Join(' ', wanted.Select(letter => FormattableString.Invariant($"{counts[letter],9}")));
        return name is null ? numbers : $"{numbers} {name}";
    }

    private static async Task<Dictionary<char, long>> CountAsync(Stream file, CancellationToken cancellationToken)
    {
        var (lines, words, bytes, inWord) = (0L, 0L, 0L, false);
        var buffer = new byte[16384];
        int count;
        while ((count = await file.ReadAsync(buffer, cancellationToken)) > 0)
        {
            bytes += count;
            foreach (var b in buffer.AsSpan(0, count))
            {
                lines += b == '\n' ? 1 : 0;
                var isBlank = b is (byte)' ' or (>= 9 and <= 13);
                words += !isBlank && !inWord ? 1 : 0;
                inWord = !isBlank;
            }
        }

        return new Dictionary<char, long> { ['l'] = lines, ['w'] = words, ['c'] = bytes };
    }
}
