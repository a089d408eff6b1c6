namespace DebugDeck.Practice.Commands;

/// <summary><c>tr</c>.</summary>
internal sealed class TrCommand : ICommand
{
    public IReadOnlyList<string> Names => ["tr"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = Options.Parse(context.Arguments, "+dscC");
        if (options.Operands.Count == 0)
        {
            throw new UsageException("usage: tr [-cds] STRING1 [STRING2]");
        }

        var from = Set(options.Operands[0]);
        from = options.Has('c') || options.Has('C') ? [.. Enumerable.Range(0, 256).Select(b => (byte)b).Except(from)] : from;
        var to = options.Operands.Count > 1 ? Set(options.Operands[1]) : [];
        var squeezed = options.Has('s') ? (to.Count > 0 ? to : from).ToHashSet() : [];
        var buffer = new byte[8192];
        var last = -1;
        int count;
        while ((count = await context.In.ReadAsync(buffer, cancellationToken)) > 0)
        {
            var output = new List<byte>(count);
            foreach (var b in buffer.AsSpan(0, count))
            {
                var index = from.IndexOf(b);
                if (index >= 0 && options.Has('d'))
                {
                    continue;
                }

                var mapped = index >= 0 && to.Count > 0 ? to[Math.Min(index, to.Count - 1)] : b;
                if (mapped == last && squeezed.Contains(mapped))
                {
                    continue;
                }

                last = mapped;
                output.Add(mapped);
            }

            await context.Out.WriteAsync(output.ToArray(), cancellationToken);
        }

        return 0;
    }

    private static List<byte> Set(string text)
    {
        var expanded = Escapes.Expand(text, out _);
        var set = new List<byte>();
        for (var i = 0; i < expanded.Length; i++)
        {
            if (expanded[i..].StartsWith("[:", StringComparison.Ordinal) && expanded.IndexOf(":]", i, StringComparison.Ordinal) is > 0 and var end)
            {
                set.AddRange(Class(expanded[(i + 2)..end]));
                i = end + 1;
            }
            else if (i + 2 < expanded.Length && expanded[i + 1] == '-')
            {
                set.AddRange(Enumerable.Range(expanded[i], Math.Max(expanded[i + 2] - expanded[i] + 1, 0)).Select(b => (byte)b));
                i += 2;
            }
            else
            {
                set.AddRange(System.Text.Encoding.UTF8.GetBytes([expanded[i]]));
            }
        }

        return set;
    }

    private static IEnumerable<byte> Class(string name)
    {
        Func<char, bool> isMember = name switch
        {
            "alpha" => char.IsAsciiLetter,
            "digit" => char.IsAsciiDigit,
            "alnum" => char.IsAsciiLetterOrDigit,
            "upper" => char.IsAsciiLetterUpper,
            "lower" => char.IsAsciiLetterLower,
            "space" => c => c is ' ' or (>= '\t' and <= '\r'),
            "blank" => c => c is ' ' or '\t',
            "punct" => c => c < 128 && (char.IsPunctuation(c) || char.IsSymbol(c)),
            "xdigit" => char.IsAsciiHexDigit,
            "cntrl" => c => c is < ' ' or (char)127,
            "print" => c => c is >= ' ' and < (char)127,
            _ => throw new UsageException($"unknown class '{name}'"),
        };
        return Enumerable.Range(0, 256).Where(b => isMember((char)b)).Select(b => (byte)b);
    }
}
