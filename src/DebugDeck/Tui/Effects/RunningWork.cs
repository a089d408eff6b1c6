namespace DebugDeck.Tui.Effects;

/// <summary>Work under way, or done and still wanted.</summary>
internal sealed class RunningWork(Task task, CancellationTokenSource cancellation)
{
    public Task Task => task;

    public bool IsDone => task.IsCompleted;

    /// <summary>Asks it to stop; its task ends soon after.</summary>
    public void Cancel()
    {
        cancellation.Cancel();
        cancellation.Dispose();
    }
}
