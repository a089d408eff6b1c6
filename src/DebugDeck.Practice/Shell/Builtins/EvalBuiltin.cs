using DebugDeck.Practice.Shell.Syntax;

namespace DebugDeck.Practice.Shell.Builtins;

/// <summary><c>eval</c>.</summary>
internal sealed class EvalBuiltin : IBuiltin
{
    public IReadOnlyList<string> Names => ["eval"];

    public async ValueTask<int> RunAsync(BuiltinCall call, CancellationToken cancellationToken) =>
        await call.Shell.RunAsync(ScriptParser.Parse(string.Join(' ', call.Arguments)), call.Streams, cancellationToken);
}
