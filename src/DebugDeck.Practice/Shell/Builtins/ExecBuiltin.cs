using DebugDeck.Practice.Shell.Execution;

namespace DebugDeck.Practice.Shell.Builtins;

/// <summary><c>exec NAME</c> takes the place of the shell.</summary>
internal sealed class ExecBuiltin : IBuiltin
{
    public IReadOnlyList<string> Names => ["exec"];

    public async ValueTask<int> RunAsync(BuiltinCall call, CancellationToken cancellationToken)
    {
        if (call.Arguments.Count == 0)
        {
            return 0;
        }

        call.State.MayReplaceProcess = true;
        call.State.Traps.Set(0, null);
        throw new ShellExitException(await call.Runner.RunFieldsAsync(call.Arguments, [], call.Streams, cancellationToken, skipFunctions: true));
    }
}
