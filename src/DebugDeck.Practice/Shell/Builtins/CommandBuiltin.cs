using DebugDeck.Practice.Files;
using DebugDeck.Practice.Processes;

namespace DebugDeck.Practice.Shell.Builtins;

/// <summary><c>command NAME</c> runs no function; <c>command -v NAME</c> tells what would run.</summary>
internal sealed class CommandBuiltin : IBuiltin
{
    public IReadOnlyList<string> Names => ["command"];

    public async ValueTask<int> RunAsync(BuiltinCall call, CancellationToken cancellationToken)
    {
        if (call.Arguments is not ["-v" or "-V", ..])
        {
            return call.Arguments.Count == 0 ? 0 : await call.Runner.RunFieldsAsync(call.Arguments, [], call.Streams, cancellationToken, skipFunctions: true);
        }

        var name = call.Arguments.ElementAtOrDefault(1) ?? "";
        if (Where(call, name) is not { } place)
        {
            return 127;
        }

        await call.PrintLineAsync(place, cancellationToken);
        return 0;
    }

    /// <summary>The name of a builtin or function, or the path of a program; null if nothing has the name.</summary>
    public static string? Where(BuiltinCall call, string name)
    {
        if (BuiltinList.Find(name) is not null || call.State.Functions.ContainsKey(name))
        {
            return name;
        }

        var view = new FileView(call.State.Process);
        var path = ProcessStart.Find(view, name, call.State.Variables["PATH"] ?? ProgramPath.Default);
        return path is not null && view.TryResolve(path) is FileNode file && view.May(file, Access.Execute) ? path : null;
    }
}
