using System.Globalization;
using System.Text;

namespace DebugDeck.Practice.Commands;

/// <summary><c>seq</c>.</summary>
internal sealed class SeqCommand : ICommand
{
    public IReadOnlyList<string> Names => ["seq"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = context.Arguments is [['-', 's' or 'w', ..], ..] ? Options.Parse(context.Arguments, "+ws:") : null;
        var numbers = (options?.Operands ?? context.Arguments).Select(Number).ToList();
        var (first, step, last) = numbers switch
        {
            [var only] => (1m, 1m, only),
            [var from, var to] => (from, 1m, to),
            [var from, var by, var to] => (from, by, to),
            _ => throw new UsageException("usage: seq [-w] [-s SEP] [FIRST [INC]] LAST"),
        };
        var values = new List<string>();
        for (var value = first; step > 0 ? value <= last : step < 0 && value >= last; value += step)
        {
            values.Add(value.ToString(CultureInfo.InvariantCulture));
        }

        var width = options?.Has('w') == true ? values.Max(value => value.Length) : 0;
        var text = new StringBuilder().AppendJoin(options?.Value('s') ?? "\n", values.Select(value => value.PadLeft(width, '0')));
        await context.PrintAsync(values.Count > 0 ? text + "\n" : "", cancellationToken);
        return 0;
    }

    private static decimal Number(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw new UsageException($"invalid number '{text}'");
}
