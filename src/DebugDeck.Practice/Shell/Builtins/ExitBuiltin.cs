using DebugDeck.Practice.Shell.Execution;

namespace DebugDeck.Practice.Shell.Builtins;

/// <summary><c>exit</c>.</summary>
internal sealed class ExitBuiltin : IBuiltin
{
    public IReadOnlyList<string> Names => ["exit"];

    public ValueTask<int> RunAsync(BuiltinCall call, CancellationToken cancellationToken) =>
        throw new ShellExitException(call.Arguments.Count > 0 ? call.Number(call.Arguments[0]) & 255 : call.State.LastStatus);
}
