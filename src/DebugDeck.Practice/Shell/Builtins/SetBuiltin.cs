namespace DebugDeck.Practice.Shell.Builtins;

/// <summary><c>set</c>: options and positional parameters.</summary>
internal sealed class SetBuiltin : IBuiltin
{
    public IReadOnlyList<string> Names => ["set"];

    public async ValueTask<int> RunAsync(BuiltinCall call, CancellationToken cancellationToken)
    {
        var state = call.State;
        if (call.Arguments.Count == 0)
        {
            foreach (var (name, value) in state.Variables.All.Where(entry => entry.Value is not null))
            {
                await call.PrintLineAsync($"{name}={Quote(value!)}", cancellationToken);
            }

            return 0;
        }

        for (var i = 0; i < call.Arguments.Count; i++)
        {
            var argument = call.Arguments[i];
            if (argument == "--" || argument.Length < 2 || argument[0] is not ('-' or '+'))
            {
                state.Positional = [.. call.Arguments.Skip(argument == "--" ? i + 1 : i)];
                return 0;
            }

            if (argument[1..] == "o")
            {
                SetNamed(call, call.Arguments.ElementAtOrDefault(++i) ?? "", argument[0] == '-');
                continue;
            }

            foreach (var letter in argument[1..])
            {
                Switch(call, letter, argument[0] == '-');
            }
        }

        return 0;
    }

    /// <summary>A value as the shell would have to read it.</summary>
    public static string Quote(string value) => $"'{value.Replace("'", "'\"'\"'", StringComparison.Ordinal)}'";

    private static void SetNamed(BuiltinCall call, string name, bool on)
    {
        switch (name)
        {
            case "pipefail":
                call.State.PipeFail = on;
                break;
            case "errexit":
                Switch(call, 'e', on);
                break;
            case "nounset":
                Switch(call, 'u', on);
                break;
            case "xtrace":
                Switch(call, 'x', on);
                break;
            case "noglob":
                Switch(call, 'f', on);
                break;
            default:
                throw new ShellErrorException($"set: line 0: illegal option -o {name}");
        }
    }

    private static void Switch(BuiltinCall call, char letter, bool on)
    {
        if (on)
        {
            call.State.Options.Add(letter);
        }
        else
        {
            call.State.Options.Remove(letter);
        }
    }
}
