using DebugDeck.Practice.Shell.Syntax;

namespace DebugDeck.Practice.Shell.Builtins;

/// <summary><c>unset</c>.</summary>
internal sealed class UnsetBuiltin : IBuiltin
{
    public IReadOnlyList<string> Names => ["unset"];

    public ValueTask<int> RunAsync(BuiltinCall call, CancellationToken cancellationToken)
    {
        var functions = call.Arguments is ["-f", ..];
        foreach (var name in call.Arguments.Where(argument => argument is not ("-f" or "-v")))
        {
            if (functions)
            {
                call.State.Functions.Remove(name);
            }
            else if (SubstitutionParser.IsName(name))
            {
                call.State.Variables.Unset(name);
            }
            else
            {
                throw new ShellErrorException($"unset: line 0: {name}: bad variable name");
            }
        }

        return ValueTask.FromResult(0);
    }
}
