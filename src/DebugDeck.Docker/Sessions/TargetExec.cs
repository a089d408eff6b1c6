using DebugDeck.Core.Debugging;
using DebugDeck.Core.Targets;
using Docker.DotNet.Models;

namespace DebugDeck.Docker.Sessions;

/// <summary>Processes in the target itself, with its own programs: for questions that only they can answer.</summary>
internal sealed class TargetExec(DockerConnection connection)
{
    /// <remarks>
    /// An engine cannot end such a process, and a container without a shell has no means to either: what is run here must end by itself.
    /// </remarks>
    public async Task<IRemoteProcess> RunAsync(Target target, RemoteCommand command, CancellationToken cancellationToken)
    {
        var parameters = new ContainerExecCreateParameters
        {
            Cmd = [.. command.Arguments],
            TTY = command.Tty,
            AttachStdin = command.Input,
            AttachStdout = true,
            AttachStderr = true,
            Env = [.. (command.Environment ?? new Dictionary<string, string>()).Select(variable => $"{variable.Key}={variable.Value}")],
        };
        return await connection.AskAsync<IRemoteProcess>($"container '{target.Name}'", async (engine, token) =>
        {
            var exec = await engine.Exec.CreateContainerExecAsync(target.Id, parameters, token);
            var stream = await engine.Exec.StartContainerExecAsync(exec.ID, new ContainerExecStartParameters { TTY = command.Tty }, token);
            return new DockerRemoteProcess(connection, exec.ID, command.Arguments[0], stream, new ContainerEnd(connection, target.Id), () => Task.CompletedTask);
        }, cancellationToken);
    }
}
