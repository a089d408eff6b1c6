using DebugDeck.Practice.Processes;

namespace DebugDeck.Practice.Commands;

/// <summary><c>uname</c>.</summary>
internal sealed class UnameCommand : ICommand
{
    public IReadOnlyList<string> Names => ["uname"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = Options.Parse(context.Arguments, "asnrvmpio");
        (char Letter, string Text)[] all =
        [
            ('s', "Linux"), ('n', context.Machine.Hostname), ('r', KernelFiles.Release), ('v', KernelFiles.Version), ('m', "x86_64"), ('o', "GNU/Linux"),
        ];
        var asked = options.Has('a') ? all : [.. all.Where(entry => options.Has(entry.Letter))];
        await context.PrintLineAsync(string.Join(' ', (asked.Length == 0 ? all[..1] : asked).Select(entry => entry.Text)), cancellationToken);
        return 0;
    }
}
