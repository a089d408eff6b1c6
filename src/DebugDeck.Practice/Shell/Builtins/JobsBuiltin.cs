namespace DebugDeck.Practice.Shell.Builtins;

/// <summary><c>jobs</c>.</summary>
internal sealed class JobsBuiltin : IBuiltin
{
    public IReadOnlyList<string> Names => ["jobs"];

    public async ValueTask<int> RunAsync(BuiltinCall call, CancellationToken cancellationToken)
    {
        foreach (var (index, job) in call.State.Jobs.All.Index())
        {
            var state = job.Completion.IsCompleted ? "Done" : "Running";
            await call.PrintLineAsync($"[{index + 1}]{(index == call.State.Jobs.All.Count - 1 ? '+' : '-')}  {state,-26} {job.Source}", cancellationToken);
        }

        return 0;
    }
}
