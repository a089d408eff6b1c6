using DebugDeck.Practice.Files;
using DebugDeck.Practice.Shell.Execution;
using DebugDeck.Practice.Shell.Syntax;

namespace DebugDeck.Practice.Shell.Builtins;

/// <summary><c>.</c> and <c>source</c> run a file in this shell.</summary>
internal sealed class DotBuiltin : IBuiltin
{
    public IReadOnlyList<string> Names => [".", "source"];

    public async ValueTask<int> RunAsync(BuiltinCall call, CancellationToken cancellationToken)
    {
        var path = call.Arguments is [var given, ..] ? given : throw new ShellErrorException($"{call.Name}: line 0: filename argument required");
        string text;
        try
        {
            using var reader = new StreamReader(new FileView(call.State.Process).OpenRead(path));
            text = await reader.ReadToEndAsync(cancellationToken);
        }
        catch (FileException e)
        {
            throw new ShellErrorException($"{call.Name}: line 0: can't open '{path}': {e.Message}");
        }

        try
        {
            return await call.Shell.RunAsync(ScriptParser.Parse(text), call.Streams, cancellationToken);
        }
        catch (ShellReturnException back)
        {
            return back.Status;
        }
    }
}
