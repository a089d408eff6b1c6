namespace DebugDeck.Practice.Shell.Builtins;

/// <summary><c>shift</c>.</summary>
internal sealed class ShiftBuiltin : IBuiltin
{
    public IReadOnlyList<string> Names => ["shift"];

    public ValueTask<int> RunAsync(BuiltinCall call, CancellationToken cancellationToken)
    {
        var count = call.Arguments.Count > 0 ? call.Number(call.Arguments[0]) : 1;
        if (count > call.State.Positional.Count)
        {
            return ValueTask.FromResult(1);
        }

        call.State.Positional = [.. call.State.Positional.Skip(count)];
        return ValueTask.FromResult(0);
    }
}
