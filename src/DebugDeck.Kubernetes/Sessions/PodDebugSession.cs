using System.Globalization;
using System.Text;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Files;
using DebugDeck.Core.Files.Remote;
using DebugDeck.Core.Streams;
using DebugDeck.Kubernetes.Exec;
using DebugDeck.Kubernetes.Pods;

namespace DebugDeck.Kubernetes.Sessions;

/// <summary>A session in a pod: an ephemeral container, a copy, or the target itself. Every use of it is an exec, so that nothing typed ends up in a container's log.</summary>
/// <param name="exec">Starts processes.</param>
/// <param name="place">The container they run in.</param>
/// <param name="info">What is known about the session.</param>
/// <param name="plan">What it was started by.</param>
/// <param name="end">Ends it.</param>
internal sealed class PodDebugSession(PodExec exec, PodKey place, DebugSessionInfo info, DebugPlan plan, Func<CancellationToken, Task> end) : IDebugSession
{
    /// <summary>Where the tools of a copy are; the planner mounts them there.</summary>
    public const string ToolFolder = "/.debugdeck";

    private readonly DebugSurroundings _around = plan.Technique == DebugTechnique.Copy
        ? new DebugSurroundings(plan.TargetRoot, $"{ToolFolder}/sh")
        : new DebugSurroundings(plan.TargetRoot);

    public DebugSessionInfo Info => info;

    public DebugPlan Plan => plan;

    public IContainerFiles Files => new RemoteFiles(new RemotePlace(RunAsync, _around, plan.Target.Name));

    public RemoteCommand Shell => new(DebugScripts.Interactive(_around, plan.Target.Name, PodGreeting.For(plan)), Tty: true, Input: true);

    public RemoteCommand Command(IReadOnlyList<string> arguments) => new(DebugScripts.Command(_around, arguments));

    public Task<IRemoteProcess> RunAsync(RemoteCommand command, CancellationToken cancellationToken) =>
        exec.RunMarkedAsync(place, _around, command, plan.Technique == DebugTechnique.Copy ? ToolFolder : null, cancellationToken);

    public Task EndAsync(CancellationToken cancellationToken) => end(cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The process id of a container's first process among all that this session sees; null if there is none.</summary>
    public async Task<int?> FindFirstProcessAsync(string containerId, CancellationToken cancellationToken)
    {
        await using var process = await RunAsync(new RemoteCommand(DebugScripts.FindFirstProcess(_around, containerId)), cancellationToken);
        var answer = new StringBuilder();
        var buffer = new byte[256];
        for (OutputChunk chunk; (chunk = await process.ReadAsync(buffer, cancellationToken)).Count > 0;)
        {
            if (chunk.Channel == OutputChannel.Output && answer.Length < buffer.Length)
            {
                answer.Append(Encoding.ASCII.GetString(buffer, 0, chunk.Count));
            }
        }

        await process.ExitCodeAsync(cancellationToken);
        return int.TryParse(answer.ToString().Trim(), CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
