namespace DebugDeck.Practice.Shell.Builtins;

/// <summary>A command that works on the shell itself.</summary>
internal interface IBuiltin
{
    IReadOnlyList<string> Names { get; }

    ValueTask<int> RunAsync(BuiltinCall call, CancellationToken cancellationToken);
}
