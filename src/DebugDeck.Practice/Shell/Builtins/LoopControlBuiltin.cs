using DebugDeck.Practice.Shell.Execution;

namespace DebugDeck.Practice.Shell.Builtins;

/// <summary><c>break</c> and <c>continue</c>.</summary>
internal sealed class LoopControlBuiltin : IBuiltin
{
    public IReadOnlyList<string> Names => ["break", "continue"];

    public ValueTask<int> RunAsync(BuiltinCall call, CancellationToken cancellationToken)
    {
        var levels = call.Arguments.Count > 0 ? call.Number(call.Arguments[0]) : 1;
        return call.State.LoopDepth == 0 ? ValueTask.FromResult(0) : throw new LoopControlException(levels, call.Name == "break");
    }
}
