namespace DebugDeck.Practice.Commands;

/// <summary><c>echo</c> of busybox 1.35: knows <c>-n</c>, <c>-e</c> and <c>-E</c>.</summary>
internal sealed class EchoCommand : ICommand
{
    public IReadOnlyList<string> Names => ["echo"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (newline, escapes) = (true, false);
        var first = 0;
        for (; first < context.Arguments.Count && IsOption(context.Arguments[first]); first++)
        {
            newline &= !context.Arguments[first].Contains('n');
            escapes = context.Arguments[first].LastIndexOf('e') > context.Arguments[first].LastIndexOf('E') || (escapes && !context.Arguments[first].Contains('E'));
        }

        var text = string.Join(' ', context.Arguments.Skip(first));
        if (escapes)
        {
            text = Escapes.Expand(text, out var stopped);
            newline &= !stopped;
        }

        await context.PrintAsync(newline ? text + "\n" : text, cancellationToken);
        return 0;
    }

    private static bool IsOption(string argument) => argument.Length > 1 && argument[0] == '-' && argument[1..].All(c => c is 'n' or 'e' or 'E');
}
