namespace DebugDeck.Practice.Shell.Builtins;

/// <summary><c>local</c>: here variables of a function live on after it, so it only sets them.</summary>
internal sealed class LocalBuiltin : IBuiltin
{
    public IReadOnlyList<string> Names => ["local"];

    public ValueTask<int> RunAsync(BuiltinCall call, CancellationToken cancellationToken)
    {
        if (call.State.FunctionDepth == 0)
        {
            throw new ShellErrorException("local: line 0: not in a function");
        }

        foreach (var argument in call.Arguments.Where(argument => argument.Contains('=')))
        {
            var equals = argument.IndexOf('=');
            call.State.Variables.Set(argument[..equals], argument[(equals + 1)..]);
        }

        return ValueTask.FromResult(0);
    }
}
