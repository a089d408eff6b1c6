using DebugDeck.Practice.Processes;

namespace DebugDeck.Practice.Commands;

/// <summary><c>uptime</c>.</summary>
internal sealed class UptimeCommand : ICommand
{
    public IReadOnlyList<string> Names => ["uptime"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var now = context.Clock.GetUtcNow();
        var up = now - KernelFiles.BootTime(context.Clock);
        await context.PrintLineAsync(
            FormattableString.Invariant($" {now:HH:mm:ss} up {up.Days} days, {up.Hours,2}:{up.Minutes:00},  0 users,  load average: 0.12, 0.20, 0.18"), cancellationToken);
        return 0;
    }
}
