using DebugDeck.Practice.Files;

namespace DebugDeck.Practice.Shell.Builtins;

/// <summary><c>cd</c>.</summary>
internal sealed class CdBuiltin : IBuiltin
{
    public IReadOnlyList<string> Names => ["cd", "chdir"];

    public async ValueTask<int> RunAsync(BuiltinCall call, CancellationToken cancellationToken)
    {
        var state = call.State;
        var wanted = call.Arguments.FirstOrDefault(argument => argument is not ("-L" or "-P" or "--")) ?? state.Variables["HOME"] ?? "";
        var back = wanted == "-";
        var path = back ? state.Variables["OLDPWD"] ?? "" : wanted;
        if (path.Length == 0)
        {
            return 0;
        }

        var view = new FileView(state.Process);
        try
        {
            var folder = view.Resolve(path) as FolderNode ?? throw new FileException(Errno.NotDirectory, path);
            view.Demand(folder, Access.Execute, path);
            var before = WorkingDirectory.Of(state);
            state.Process.WorkingDirectory = folder;
            state.Variables.Set("OLDPWD", before);
            state.Variables.Set("PWD", WorkingDirectory.Join(before, path));
        }
        catch (FileException e)
        {
            await call.Shell.ReportAsync($"cd: line 0: can't cd to {path}: {e.Message}", call.Streams, cancellationToken);
            return 2;
        }

        if (back)
        {
            await call.PrintLineAsync(WorkingDirectory.Of(state), cancellationToken);
        }

        return 0;
    }
}
