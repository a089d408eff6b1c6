using DebugDeck.Practice.Processes;

namespace DebugDeck.Practice.Shell.Builtins;

/// <summary><c>trap</c>.</summary>
internal sealed class TrapBuiltin : IBuiltin
{
    public IReadOnlyList<string> Names => ["trap"];

    public async ValueTask<int> RunAsync(BuiltinCall call, CancellationToken cancellationToken)
    {
        var traps = call.State.Traps;
        var arguments = call.Arguments is ["--", ..] ? [.. call.Arguments.Skip(1)] : call.Arguments;
        if (arguments.Count == 0)
        {
            foreach (var (signal, action) in traps.Actions)
            {
                await call.PrintLineAsync($"trap -- {SetBuiltin.Quote(action)} {Signals.Names[signal]}", cancellationToken);
            }

            return 0;
        }

        // Without an action, or with -, the signals get back what they did before.
        var resets = arguments.Count == 1 || arguments[0] == "-";
        var status = 0;
        foreach (var name in arguments.Skip(arguments.Count == 1 ? 0 : 1))
        {
            if (Signals.Parse(name) is { } signal)
            {
                traps.Set(signal, resets ? null : arguments[0]);
            }
            else
            {
                status = await call.FailAsync($"line 0: {name}: invalid signal specification", cancellationToken);
            }
        }

        return status;
    }
}
