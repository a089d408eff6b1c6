namespace DebugDeck.Practice.Shell.Builtins;

/// <summary><c>:</c> does nothing.</summary>
internal sealed class ColonBuiltin : IBuiltin
{
    public IReadOnlyList<string> Names => [":"];

    public ValueTask<int> RunAsync(BuiltinCall call, CancellationToken cancellationToken) => ValueTask.FromResult(0);
}
