namespace DebugDeck.Practice.Commands;

/// <summary><c>whoami</c>.</summary>
internal sealed class WhoamiCommand : ICommand
{
    public IReadOnlyList<string> Names => ["whoami"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var uid = context.Process.Credentials.Uid;
        if (new Accounts(context.Files).User(uid) is not { } name)
        {
            return await context.FailAsync(FormattableString.Invariant($"unknown uid {uid}"), cancellationToken);
        }

        await context.PrintLineAsync(name, cancellationToken);
        return 0;
    }
}
