using DebugDeck.Practice.Shell.Execution;
using DebugDeck.Practice.Shell.Syntax;

namespace DebugDeck.Practice.Shell.Builtins;

/// <summary><c>export</c> and <c>readonly</c>.</summary>
internal sealed class ExportBuiltin : IBuiltin
{
    public IReadOnlyList<string> Names => ["export", "readonly"];

    public async ValueTask<int> RunAsync(BuiltinCall call, CancellationToken cancellationToken)
    {
        var variables = call.State.Variables;
        var names = call.Arguments.Where(argument => argument != "-p").ToList();
        if (names.Count == 0)
        {
            foreach (var (name, value) in variables.All.Where(entry => call.Name == "export" && variables.IsExported(entry.Key)))
            {
                await call.PrintLineAsync(value is null ? $"export {name}" : $"export {name}={SetBuiltin.Quote(value)}", cancellationToken);
            }

            return 0;
        }

        foreach (var argument in names)
        {
            Declare(call.Name, variables, argument);
        }

        return 0;
    }

    private static void Declare(string how, VariableTable variables, string argument)
    {
        var equals = argument.IndexOf('=');
        var name = equals < 0 ? argument : argument[..equals];
        if (!SubstitutionParser.IsName(name))
        {
            throw new ShellErrorException($"{how}: line 0: {name}: bad variable name");
        }

        if (equals >= 0)
        {
            variables.Set(name, argument[(equals + 1)..]);
        }

        if (how == "export")
        {
            variables.Export(name);
        }
        else
        {
            variables.MakeReadOnly(name);
        }
    }
}
