namespace DebugDeck.Practice.Shell.Builtins;

/// <summary><c>pwd</c>.</summary>
internal sealed class PwdBuiltin : IBuiltin
{
    public IReadOnlyList<string> Names => ["pwd"];

    public async ValueTask<int> RunAsync(BuiltinCall call, CancellationToken cancellationToken)
    {
        await call.PrintLineAsync(
            call.Arguments is ["-P", ..] ? call.State.Process.WorkingDirectory.FullName() : WorkingDirectory.Of(call.State), cancellationToken);
        return 0;
    }
}
