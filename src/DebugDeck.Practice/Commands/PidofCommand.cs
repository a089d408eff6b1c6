namespace DebugDeck.Practice.Commands;

/// <summary><c>pidof</c> and <c>pgrep</c>.</summary>
internal sealed class PidofCommand : ICommand
{
    public IReadOnlyList<string> Names => ["pidof", "pgrep"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = Options.Parse(context.Arguments, "sflno:");
        var pids = context.Machine.Pids.Processes
            .Where(entry => !ReferenceEquals(entry.Process, context.Process))
            .Where(entry => options.Operands.Any(name => context.Name == "pidof" ? entry.Process.CommandName == name : entry.Process.CommandName.Contains(name, StringComparison.Ordinal)))
            .Select(entry => FormattableString.Invariant($"{entry.Pid}"))
            .ToList();
        if (pids.Count == 0)
        {
            return 1;
        }

        await context.PrintLineAsync(string.Join(context.Name == "pidof" ? " " : "\n", pids), cancellationToken);
        return 0;
    }
}
