using System.Globalization;

namespace DebugDeck.Practice.Commands;

/// <summary><c>sort</c>.</summary>
internal sealed class SortCommand : ICommand
{
    public IReadOnlyList<string> Names => ["sort"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = Options.Parse(context.Arguments, "nrughfbdiMczsk:t:o:T:S:");
        var lines = new List<string>();
        var status = await InputFiles.EachAsync(
            context,
            options.Operands,
            async (_, file) =>
            {
                await foreach (var (text, _) in LineReader.ReadAsync(file, cancellationToken))
                {
                    lines.Add(text);
                }
            },
            cancellationToken);
        var key = options.Value('k') is { } field ? SortKey.Parse(field, options) : new SortKey(1, null, 1, options.Has('n') || options.Has('g'), options.Has('h'), options.Has('r'));
        Comparison<string> byKey = (left, right) => key.Compare(left, right, options.Value('t'), options.Has('f'));
        var sorted = lines.Order(Comparer<string>.Create((left, right) =>
        {
            var order = byKey(left, right);
            return order != 0 || options.Has('s') || options.Has('u') ? order : string.CompareOrdinal(left, right) * (options.Has('r') ? -1 : 1);
        })).ToList();
        string? before = null;
        foreach (var line in sorted)
        {
            if (!options.Has('u') || before is null || byKey(before, line) != 0)
            {
                await context.PrintLineAsync(line, cancellationToken);
            }

            before = line;
        }

        return status;
    }

    private sealed record SortKey(int First, int? Last, int Character, bool Numeric, bool Human, bool Reverse)
    {
        public static SortKey Parse(string text, Options options)
        {
            var letters = string.Concat(text.Where(char.IsAsciiLetter));
            var parts = string.Concat(text.Where(c => !char.IsAsciiLetter(c))).Split(',', 2);
            var start = parts[0].Split('.', 2);
            return new SortKey(
                (int)SizeText.Parse(start[0]),
                parts.Length == 2 ? (int)SizeText.Parse(parts[1].Split('.')[0]) : null,
                start.Length == 2 ? (int)SizeText.Parse(start[1]) : 1,
                letters.Contains('n') || options.Has('n'),
                letters.Contains('h') || options.Has('h'),
                letters.Contains('r') || options.Has('r'));
        }

        public int Compare(string left, string right, string? separator, bool ignoreCase)
        {
            var (one, other) = (Part(left, separator), Part(right, separator));
            var order = Numeric || Human ? Number(one).CompareTo(Number(other))
                : ignoreCase ? string.CompareOrdinal(one.ToUpperInvariant(), other.ToUpperInvariant())
                : string.CompareOrdinal(one, other);
            return Reverse ? -order : order;
        }

        private string Part(string line, string? separator)
        {
            if (First == 1 && Last is null)
            {
                return line.Length >= Character ? line[(Character - 1)..] : "";
            }

            var fields = separator is null ? line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries) : line.Split(separator);
            var part = string.Join(separator ?? " ", fields.Skip(First - 1).Take((Last ?? fields.Length) - First + 1));
            return part.Length >= Character ? part[(Character - 1)..] : "";
        }

        private double Number(string text)
        {
            var trimmed = text.TrimStart();
            var length = 0;
            while (length < trimmed.Length && (char.IsAsciiDigit(trimmed[length]) || (trimmed[length] is '-' && length == 0) || trimmed[length] == '.'))
            {
                length++;
            }

            _ = double.TryParse(trimmed[..length], CultureInfo.InvariantCulture, out var number);
            var unit = Human && length < trimmed.Length ? "KMGTP".IndexOf(char.ToUpperInvariant(trimmed[length])) : -1;
            return number * Math.Pow(1024, unit + 1);
        }
    }
}
