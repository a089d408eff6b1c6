using DebugDeck.Core.Debugging;
using DebugDeck.Core.Files;

namespace DebugDeck.TestKit;

/// <summary>A debug session whose commands are answered by <see cref="Answer"/>; everything it is asked to run is recorded.</summary>
public sealed class FakeDebugSession(DebugPlan plan) : IDebugSession
{
    public DebugSessionInfo Info { get; init; } = new(
        "s1",
        plan.Target.Host,
        plan.Target.Address.ToString(),
        plan.Technique,
        plan.Toolbox.Image,
        DateTimeOffset.UnixEpoch,
        DateTimeOffset.UnixEpoch + plan.TimeLimit,
        "me@here");

    public DebugPlan Plan => plan;

    public IContainerFiles Files { get; init; } = new FakeFiles();

    public RemoteCommand Shell { get; } = new(["sh", "-i"]);

    /// <summary>What a command does; by default it ends at once with code 0.</summary>
    public Func<RemoteCommand, FakeRemoteProcess> Answer { get; init; } = _ => new FakeRemoteProcess();

    public List<RemoteCommand> Ran { get; } = [];

    public bool HasEnded { get; private set; }

    public RemoteCommand Command(IReadOnlyList<string> arguments) => new(arguments);

    public Task<IRemoteProcess> RunAsync(RemoteCommand command, CancellationToken cancellationToken)
    {
        Ran.Add(command);
        return Task.FromResult<IRemoteProcess>(Answer(command));
    }

    public Task EndAsync(CancellationToken cancellationToken)
    {
        HasEnded = true;
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
