using System.Collections.Concurrent;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Targets;
using DebugDeck.Kubernetes.Connection;
using DebugDeck.Kubernetes.Pods;

namespace DebugDeck.Kubernetes.Exec;

/// <summary>Starts processes in a pod's containers: over a web socket, or by an installed kubectl where that is refused.</summary>
/// <param name="connection">The cluster.</param>
/// <param name="kubectl">The way out for users who may only create pods/exec; null for none.</param>
internal sealed class PodExec(KubeConnection connection, KubectlIdentity? kubectl = null)
{
    // Ending a process that does not want to takes a second; a server that does not answer must not hold up the way out.
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(8);

    // The namespaces where a web socket was refused for a reason that will not go away.
    private readonly ConcurrentDictionary<string, DebugDeckException> _refused = new(StringComparer.Ordinal);

    /// <summary>Starts a process in the target itself. It must end by itself: a container without a shell has no means to end it.</summary>
    public Task<IRemoteProcess> RunAsync(Target target, RemoteCommand command, CancellationToken cancellationToken) =>
        RunAsync(PodKey.Of(target), command, cancellationToken);

    /// <summary>Starts a process in a container of a pod.</summary>
    /// <exception cref="DebugDeckException">NotPermitted: names the missing verbs. NotFound: pod or container. Failed: it does not run.</exception>
    public Task<IRemoteProcess> RunAsync(PodKey container, RemoteCommand command, CancellationToken cancellationToken) =>
        StartAsync(container, ProcessMark.Plain(command), command.Arguments[0], () => Task.CompletedTask, cancellationToken);

    /// <summary>Starts a process in a container that has a shell; it is ended when its <see cref="IRemoteProcess"/> is disposed.</summary>
    /// <param name="container">Where.</param>
    /// <param name="around">The shell.</param>
    /// <param name="command">What.</param>
    /// <param name="tools">A folder to look for programs in after those of the container's own path; null for none.</param>
    /// <param name="cancellationToken">Ends the wait for its start.</param>
    public Task<IRemoteProcess> RunMarkedAsync(PodKey container, DebugSurroundings around, RemoteCommand command, string? tools, CancellationToken cancellationToken)
    {
        var mark = Guid.NewGuid().ToString("N");
        return StartAsync(
            container, ProcessMark.Wrap(command, around.Shell, mark, tools), command.Arguments[0], () => EndAsync(container, DebugScripts.End(around, mark)), cancellationToken);
    }

    private async Task<IRemoteProcess> StartAsync(PodKey container, RemoteCommand command, string program, Func<Task> end, CancellationToken cancellationToken)
    {
        if (_refused.TryGetValue(container.Namespace, out var known))
        {
            return ByKubectl(container, command, end, known);
        }

        try
        {
            var socket = await ExecUpgrade.OpenAsync(connection, ExecAddress.For(container, command), cancellationToken);
            var process = new KubeRemoteProcess(socket, program, connection.Context.Name, command.Tty, end, connection.Clock);
            if (command is { Tty: true, Size: { } size })
            {
                await process.ResizeAsync(size, cancellationToken);
            }

            return process;
        }
        catch (DebugDeckException error) when (ExecRefusal.IsPermission(error))
        {
            var missing = await ExecRights.MissingAsync(connection, container.Namespace, cancellationToken);
            var refusal = ExecRefusal.Permission(error, container, missing.Count > 0 ? missing : ["get", "create"]);

            // By POST, as kubectl does it for old servers, create alone is enough.
            return missing is ["get"] ? ByKubectl(container, command, end, _refused.GetOrAdd(container.Namespace, refusal)) : throw refusal;
        }
        catch (DebugDeckException error) when (ExecRefusal.IsNoWebSocket(error))
        {
            var refusal = new DebugDeckException(ErrorKind.Failed, $"{connection.Context.Name}, or a proxy before it, does not take web sockets: {error.Message}", inner: error);
            return ByKubectl(container, command, end, _refused.GetOrAdd(container.Namespace, refusal));
        }
        catch (DebugDeckException error)
        {
            throw ExecRefusal.InWords(error, container);
        }
    }

    private KubectlProcess ByKubectl(PodKey container, RemoteCommand command, Func<Task> end, DebugDeckException refusal)
    {
        if (kubectl is null || !ProgramPath.Exists(kubectl.Program))
        {
            throw new DebugDeckException(refusal.Kind, refusal.Message, $"{(refusal.Hint is { } hint ? hint + "; " : "")}an installed kubectl would do without", refusal);
        }

        // Without a terminal of its own kubectl gives none, and the screen's is not to be given away.
        return command.Tty
            ? throw new DebugDeckException(
                refusal.Kind,
                $"{refusal.Message}; kubectl does without, but needs a terminal of its own",
                ShellText.Line([kubectl.Program, .. kubectl.Arguments, "-n", container.Namespace, "exec", "-it", container.Pod, "-c", container.Container, "--", "sh"]),
                refusal)
            : KubectlProcess.Start(kubectl, container, command, end);
    }

    private async Task EndAsync(PodKey container, IReadOnlyList<string> script)
    {
        using var limit = new CancellationTokenSource(EndLimit, connection.Clock);
        try
        {
            await using var process = await StartAsync(container, new RemoteCommand(script), script[0], () => Task.CompletedTask, limit.Token);
            await process.ExitCodeAsync(limit.Token);
        }
        catch (Exception error) when (error is DebugDeckException or OperationCanceledException)
        {
            // The container or the cluster is gone. The one took the process with it, the other leaves it to the container's time limit.
        }
    }
}
