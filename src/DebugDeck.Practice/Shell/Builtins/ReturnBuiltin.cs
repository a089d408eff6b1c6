using DebugDeck.Practice.Shell.Execution;

namespace DebugDeck.Practice.Shell.Builtins;

/// <summary><c>return</c>.</summary>
internal sealed class ReturnBuiltin : IBuiltin
{
    public IReadOnlyList<string> Names => ["return"];

    public ValueTask<int> RunAsync(BuiltinCall call, CancellationToken cancellationToken) =>
        throw new ShellReturnException(call.Arguments.Count > 0 ? call.Number(call.Arguments[0]) : call.State.LastStatus);
}
