namespace DebugDeck.Practice.Shell.Builtins;

/// <summary><c>umask</c>.</summary>
internal sealed class UmaskBuiltin : IBuiltin
{
    public IReadOnlyList<string> Names => ["umask"];

    public async ValueTask<int> RunAsync(BuiltinCall call, CancellationToken cancellationToken)
    {
        if (call.Arguments.Count == 0)
        {
            await call.PrintLineAsync(Convert.ToString(call.State.Process.Umask, 8).PadLeft(4, '0'), cancellationToken);
            return 0;
        }

        if (!call.Arguments[0].All(c => c is >= '0' and <= '7'))
        {
            throw new ShellErrorException($"umask: line 0: illegal mode: {call.Arguments[0]}");
        }

        call.State.Process.Umask = Convert.ToInt32(call.Arguments[0], 8);
        return 0;
    }
}
