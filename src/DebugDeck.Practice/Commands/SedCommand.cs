using System.Globalization;
using System.Text;

namespace DebugDeck.Practice.Commands;

/// <summary><c>sed</c> with <c>s</c>, <c>p</c>, <c>d</c>, <c>q</c> and <c>=</c>, and addresses by number, <c>$</c> and pattern.</summary>
internal sealed class SedCommand : ICommand
{
    public IReadOnlyList<string> Names => ["sed"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = Options.Parse(context.Arguments, "nrEe:s");
        var operands = options.Operands.ToList();
        var text = options.Value('e');
        if (text is null)
        {
            text = operands.FirstOrDefault() ?? throw new UsageException("no script");
            operands.RemoveAt(0);
        }

        var steps = new SedParser(text, options.Has('r') || options.Has('E')).Parse();
        var lines = new List<(string Text, bool HasEnd)>();
        var status = await InputFiles.EachAsync(
            context,
            operands,
            async (_, file) =>
            {
                await foreach (var line in LineReader.ReadAsync(file, cancellationToken))
                {
                    lines.Add(line);
                }
            },
            cancellationToken);
        for (var i = 0; i < lines.Count; i++)
        {
            var (output, quit) = Run(steps, lines[i], i + 1, i == lines.Count - 1, options.Has('n'));
            await context.PrintAsync(output, cancellationToken);
            if (quit)
            {
                break;
            }
        }

        return status;
    }

    private static (string Output, bool Quit) Run(List<SedStep> steps, (string Text, bool HasEnd) line, int number, bool isLast, bool quiet)
    {
        var output = new StringBuilder();
        var end = line.HasEnd ? "\n" : "";
        var text = line.Text;
        foreach (var step in steps.Where(step => step.Applies(text, number, isLast)))
        {
            switch (step.Action)
            {
                case 'd':
                    return (output.ToString(), false);
                case 'p':
                    output.Append(text).Append('\n');
                    break;
                case '=':
                    output.Append(CultureInfo.InvariantCulture, $"{number}\n");
                    break;
                case 'q':
                    return (quiet ? output.ToString() : output.Append(text).Append(end).ToString(), true);
                case 's':
                    var before = text;
                    text = step.Substitute(text);
                    output.Append(step.Prints && before != text ? text + "\n" : "");
                    break;
            }
        }

        return (quiet ? output.ToString() : output.Append(text).Append(end).ToString(), false);
    }
}
