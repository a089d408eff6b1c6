using System.Globalization;
using System.Text.RegularExpressions;

namespace DebugDeck.Practice.Commands;

/// <summary>Searches files for a pattern and prints what the options of <c>grep</c> ask for.</summary>
internal sealed class GrepSearch(Options options, Regex pattern, bool showNames)
{
    private readonly int _before = Count(options.Value('B') ?? options.Value('C'));
    private readonly int _after = Count(options.Value('A') ?? options.Value('C'));
    private bool _hasPrinted;

    public bool Found { get; private set; }

    /// <summary>True if nothing more need be searched.</summary>
    public async Task<bool> SearchAsync(CommandContext context, string name, Stream file, CancellationToken cancellationToken)
    {
        var (number, matches, rest, lastPrinted) = (0, 0, 0, 0);
        var held = new Queue<(int Number, string Text)>();
        var most = options.Value('m') is { } limit ? Count(limit) : int.MaxValue;
        await foreach (var (text, _) in LineReader.ReadAsync(file, cancellationToken))
        {
            number++;
            if (pattern.IsMatch(text) == options.Has('v'))
            {
                if (rest-- > 0)
                {
                    await PrintAsync(context, name, number, text, '-', cancellationToken);
                    lastPrinted = number;
                }
                else if (_before > 0)
                {
                    held.Enqueue((number, text));
                    _ = held.Count > _before && held.TryDequeue(out _);
                }

                continue;
            }

            Found = true;
            matches++;
            if (options.Has('q'))
            {
                return true;
            }

            if (options.Has('l') || options.Has('L'))
            {
                break;
            }

            if (!options.Has('c'))
            {
                if (_before + _after > 0 && _hasPrinted && (held.Count > 0 ? held.Peek().Number : number) > lastPrinted + 1)
                {
                    await context.PrintLineAsync("--", cancellationToken);
                }

                while (held.TryDequeue(out var line))
                {
                    await PrintAsync(context, name, line.Number, line.Text, '-', cancellationToken);
                }

                await PrintMatchAsync(context, name, number, text, cancellationToken);
                lastPrinted = number;
                rest = _after;
            }

            if (matches >= most)
            {
                break;
            }
        }

        await SummarizeAsync(context, name, matches, cancellationToken);
        return false;
    }

    private async Task SummarizeAsync(CommandContext context, string name, int matches, CancellationToken cancellationToken)
    {
        if (options.Has('c'))
        {
            await context.PrintLineAsync((showNames ? name + ":" : "") + matches.ToString(CultureInfo.InvariantCulture), cancellationToken);
        }
        else if (options.Has('l') ? matches > 0 : options.Has('L') && matches == 0)
        {
            await context.PrintLineAsync(name, cancellationToken);
        }
    }

    private async Task PrintMatchAsync(CommandContext context, string name, int number, string text, CancellationToken cancellationToken)
    {
        if (!options.Has('o'))
        {
            await PrintAsync(context, name, number, text, ':', cancellationToken);
            return;
        }

        foreach (Match match in pattern.Matches(text))
        {
            if (match.Length > 0)
            {
                await PrintAsync(context, name, number, match.Value, ':', cancellationToken);
            }
        }
    }

    private async Task PrintAsync(CommandContext context, string name, int number, string text, char separator, CancellationToken cancellationToken)
    {
        _hasPrinted = true;
        var prefix = (showNames ? name + separator : "") + (options.Has('n') ? FormattableString.Invariant($"{number}{separator}") : "");
        await context.PrintLineAsync(prefix + text, cancellationToken);
    }

    private static int Count(string? text) => text is null ? 0 : (int)SizeText.Parse(text);
}
