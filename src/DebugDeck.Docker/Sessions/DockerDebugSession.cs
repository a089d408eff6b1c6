using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Files;
using DebugDeck.Docker.Files;
using Docker.DotNet;
using Docker.DotNet.Models;

namespace DebugDeck.Docker.Sessions;

/// <summary>A debug container on an engine. Every use of it is an exec, so that nothing typed ends up in a container's log.</summary>
internal sealed class DockerDebugSession(DockerConnection connection, DebugSessionInfo info, DebugPlan plan, string containerId, Func<CancellationToken, Task> end)
    : IDebugSession
{
    // Ending a process that does not want to takes a second; an engine that does not answer must not hold up the way out.
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(8);

    private readonly DebugSurroundings _around = SessionContainer.Surroundings(plan.Technique, plan.TargetRoot);

    public DebugSessionInfo Info => info;

    public DebugPlan Plan => plan;

    public IContainerFiles Files { get; } = new DockerFiles(connection, plan.Target);

    public RemoteCommand Shell => new(DebugScripts.Interactive(_around, plan.Target.Name, SessionGreeting.For(plan)), Tty: true, Input: true);

    public RemoteCommand Command(IReadOnlyList<string> arguments) => new(DebugScripts.Command(_around, arguments));

    public async Task<IRemoteProcess> RunAsync(RemoteCommand command, CancellationToken cancellationToken)
    {
        var mark = Guid.NewGuid().ToString("N");
        var (id, stream) = await ExecAsync(command, mark, cancellationToken);
        var process = new DockerRemoteProcess(connection, id, command.Arguments[0], stream, new ContainerEnd(connection, containerId), () => EndProcessAsync(mark));
        if (command is { Tty: true, Size: { } size })
        {
            await FirstSizeAsync(process, size, cancellationToken);
        }

        return process;
    }

    public Task EndAsync(CancellationToken cancellationToken) => end(cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The same session with what only a look from inside could tell.</summary>
    public DockerDebugSession WithRoot(string targetRoot) => new(connection, info, plan with { TargetRoot = targetRoot }, containerId, end);

    /// <summary>The process id of a container's first process among all that this session sees; null if there is none.</summary>
    public async Task<int?> FindFirstProcessAsync(string container, CancellationToken cancellationToken) =>
        int.TryParse(await AskAsync(DebugScripts.FindFirstProcess(_around, container), cancellationToken), out var process) ? process : null;

    private async Task<string> AskAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var (_, stream) = await ExecAsync(new RemoteCommand(arguments), mark: null, cancellationToken);
        using (stream)
        {
            var (output, _) = await stream.ReadOutputToEndAsync(cancellationToken);
            return output.Trim();
        }
    }

    private async Task<(string Id, MultiplexedStream Stream)> ExecAsync(RemoteCommand command, string? mark, CancellationToken cancellationToken)
    {
        var parameters = new ContainerExecCreateParameters
        {
            Cmd = [.. command.Arguments],
            TTY = command.Tty,
            AttachStdin = command.Input,
            AttachStdout = true,
            AttachStderr = true,
            Env =
            [
                .. (command.Environment ?? new Dictionary<string, string>()).Select(variable => $"{variable.Key}={variable.Value}"),
                .. mark is null ? [] : new[] { $"{DebugScripts.Marker}={mark}" },
            ],
        };
        try
        {
            return await connection.AskAsync("such session any more", async (engine, token) =>
            {
                var exec = await engine.Exec.CreateContainerExecAsync(containerId, parameters, token);
                return (exec.ID, await engine.Exec.StartContainerExecAsync(exec.ID, new ContainerExecStartParameters { TTY = command.Tty }, token));
            }, cancellationToken);
        }
        catch (DebugDeckException error) when (error.InnerException is DockerApiException { StatusCode: System.Net.HttpStatusCode.NotFound or System.Net.HttpStatusCode.Conflict })
        {
            throw new DebugDeckException(ErrorKind.NotFound, $"the debug container {info.Id} has ended", "its time limit was reached or the target stopped: start another", error);
        }
    }

    // The process has its terminal a moment after the engine says it runs; the docker client tries again as well.
    private async Task FirstSizeAsync(DockerRemoteProcess process, TerminalSize size, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await process.ResizeAsync(size, cancellationToken);
                return;
            }
            catch (DebugDeckException) when (attempt < 5)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10 << attempt), connection.Clock, cancellationToken);
            }
            catch (DebugDeckException)
            {
                // It has ended already, or works in 80 columns.
                return;
            }
        }
    }

    private async Task EndProcessAsync(string mark)
    {
        using var limit = new CancellationTokenSource(EndLimit, connection.Clock);
        try
        {
            await AskAsync(DebugScripts.End(_around, mark), limit.Token);
        }
        catch (Exception error) when (error is DebugDeckException or OperationCanceledException or IOException)
        {
            // The debug container or the engine is gone. The one took the process with it, the other leaves it to the container's time limit.
        }
    }
}
