namespace DebugDeck.Practice.Shell.Builtins;

/// <summary><c>type</c>.</summary>
internal sealed class TypeBuiltin : IBuiltin
{
    public IReadOnlyList<string> Names => ["type"];

    public async ValueTask<int> RunAsync(BuiltinCall call, CancellationToken cancellationToken)
    {
        var status = 0;
        foreach (var name in call.Arguments)
        {
            var what = BuiltinList.Find(name) is not null ? $"{name} is a shell builtin"
                : call.State.Functions.ContainsKey(name) ? $"{name} is a function"
                : CommandBuiltin.Where(call, name) is { } path ? $"{name} is {path}"
                : null;
            status = what is null ? 127 : status;
            await call.PrintLineAsync(what ?? $"{name}: not found", cancellationToken);
        }

        return status;
    }
}
