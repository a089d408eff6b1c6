using System.Text;
using DebugDeck.Practice.Shell.Execution;

namespace DebugDeck.Practice.Commands;

/// <summary><c>xargs</c>.</summary>
internal sealed class XargsCommand : ICommand
{
    public IReadOnlyList<string> Names => ["xargs"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = Options.Parse(context.Arguments, "+0rtn:I:L:P:s:E:p");
        using var reader = new StreamReader(context.In, Encoding.UTF8);
        var input = await reader.ReadToEndAsync(cancellationToken);
        var words = options.Has('0') ? [.. input.Split('\0', StringSplitOptions.RemoveEmptyEntries)]
            : options.Has('I') ? [.. input.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim())]
            : Split(input);
        IReadOnlyList<string> command = options.Operands.Count == 0 ? ["echo"] : options.Operands;
        var batches = options.Value('I') is { } mark
            ? words.Select(word => command.Select(part => part.Replace(mark, word, StringComparison.Ordinal)).ToList())
            : words.Chunk(options.Value('n') is { } size ? (int)SizeText.Parse(size) : Math.Max(words.Count, 1)).Select(chunk => command.Concat(chunk).ToList());
        var lists = batches.ToList();
        if (lists.Count == 0 && !options.Has('r') && !options.Has('I'))
        {
            lists.Add([.. command]);
        }

        var status = 0;
        foreach (var list in lists)
        {
            var result = await RunAsync(context, list, cancellationToken);
            if (result >= 126)
            {
                return result;
            }

            status = result != 0 ? 123 : status;
        }

        return status;
    }

    private static async Task<int> RunAsync(CommandContext context, List<string> command, CancellationToken cancellationToken)
    {
        try
        {
            return await context.RunAsync(command, cancellationToken, new StreamTable(Stream.Null, context.Out, context.Errors));
        }
        catch (ProgramMissingException e)
        {
            return await context.FailAsync($"{command[0]}: {(e.ExitCode == 127 ? "No such file or directory" : "Permission denied")}", cancellationToken, e.ExitCode);
        }
    }

    private static List<string> Split(string input)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var (inWord, quote) = (false, '\0');
        for (var i = 0; i < input.Length; i++)
        {
            var c = input[i];
            if (quote != '\0')
            {
                _ = c == quote ? word.Append("") : word.Append(c);
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '\'' or '"')
            {
                (quote, inWord) = (c, true);
            }
            else if (c == '\\' && i + 1 < input.Length)
            {
                word.Append(input[++i]);
                inWord = true;
            }
            else if (char.IsWhiteSpace(c))
            {
                if (inWord)
                {
                    words.Add(word.ToString());
                    word.Clear();
                }

                inWord = false;
            }
            else
            {
                word.Append(c);
                inWord = true;
            }
        }

        if (inWord)
        {
            words.Add(word.ToString());
        }

        return words;
    }
}
