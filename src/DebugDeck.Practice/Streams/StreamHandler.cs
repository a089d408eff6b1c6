using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using DebugDeck.Practice.Api;
using DebugDeck.Practice.Containers;
using DebugDeck.Practice.Objects;
using DebugDeck.Practice.Rbac;
using Microsoft.AspNetCore.Http;

namespace DebugDeck.Practice.Streams;

/// <summary>The paths <c>pods/exec</c> and <c>pods/attach</c>.</summary>
internal sealed class StreamHandler(ObjectStore store, IContainerRuntime runtime, CancellationToken stopping)
{
    private static readonly TimeSpan FarewellLimit = TimeSpan.FromSeconds(5);

    /// <summary>
    /// About what a real runtime takes to start a process. kubectl listens before it has opened its streams and throws away what
    /// comes for a stream that it does not know yet, so an answer without any delay would now and then be lost.
    /// </summary>
    private static readonly TimeSpan StartTime = TimeSpan.FromMilliseconds(40);

    public async Task HandleAsync(ApiRequest request)
    {
        RequireCreate(request);
        var isAttach = request.Info.Subresource == "attach";
        var pod = store.Find(request.Key) ?? throw ApiException.NotFound(request.Kind, request.Info.Name!);
        var key = new ContainerKey(request.Info.Namespace!, request.Info.Name!, ContainerChoice.Choose(pod, request.Query("container")));
        if (!request.Flag("stdin") && !request.Flag("stdout") && !request.Flag("stderr"))
            throw ApiException.BadRequest("you must specify at least 1 of stdin, stdout, stderr");
        if (!request.Http.WebSockets.IsWebSocketRequest)
            throw NoWebSocket(request);
        CheckAccept(request);
        if (!ContainerChoice.IsRunning(pod, key.Container))
        {
            await RefuseAsync(request, isAttach ? $"container {key.Container} not found in pod {key.Pod}_{key.Namespace}" : $"container not found (\"{key.Container}\")");
            return;
        }

        if (StreamProtocol.Negotiate(request.Http.WebSockets) is not { } protocol)
        {
            request.Http.Response.StatusCode = StatusCodes.Status403Forbidden;
            request.Http.Response.Headers.Connection = "close";
            return;
        }

        using var socket = await request.Http.WebSockets.AcceptWebSocketAsync(protocol.Name);
        await ServeAsync(request, key, protocol, socket);
    }

    /// <summary>
    /// Streams over a web socket are asked for by GET, which RBAC calls "get"; since 1.35 the server wants "create" as well, and
    /// says nothing when only that is missing.
    /// </summary>
    private static void RequireCreate(ApiRequest request)
    {
        var wanted = new AccessAttributes("create", request.Info.Group, request.Info.RbacResource, request.Info.Namespace, request.Info.Name);
        if (request.Http.WebSockets.IsWebSocketRequest && !Authorizer.Decide(request.User, wanted).Allowed)
            throw Authorizer.Forbidden(request.Kind, request.Info.Name, "");
    }

    /// <summary>Streams have no media type: a client that insists on one is turned away, as by a real server.</summary>
    private static void CheckAccept(ApiRequest request)
    {
        var accept = request.Http.Request.Headers.Accept.ToString();
        if (accept.Length > 0 && !accept.Contains("*/*", StringComparison.Ordinal))
            throw ApiException.NotAcceptable("*/*");
    }

    private static ApiException NoWebSocket(ApiRequest request)
    {
        var upgrade = request.Http.Request.Headers.Upgrade.ToString();
        return ApiException.BadRequest(upgrade.StartsWith("SPDY", StringComparison.OrdinalIgnoreCase)
            ? "the practice cluster streams over web sockets only, which kubectl uses from 1.30 on for users who hold both get and create on this path"
            : "Upgrade request required");
    }

    private static Task RefuseAsync(ApiRequest request, string text)
    {
        return Responses.BytesAsync(request.Http, Encoding.UTF8.GetBytes(text), 500, "text/plain; charset=utf-8");
    }

    private async Task ServeAsync(ApiRequest request, ContainerKey key, StreamProtocol protocol, WebSocket socket)
    {
        using var connection = new ExecConnection(socket, protocol, request.Flag("stdin"));
        await Task.Delay(StartTime, TimeProvider.System, request.Aborted);
        var lowest = request.Flag("stdout") ? StreamChannel.Stdout : request.Flag("stderr") ? StreamChannel.Stderr : StreamChannel.Status;
        await connection.GreetAsync(lowest, request.Aborted);
        using var receiving = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var received = connection.ReceiveAsync(receiving.Token);

        // A process outlives the client that started it, as in a real container; only the end of the cluster ends it.
        var status = await RunAsync(request, key, protocol, connection, stopping);
        await connection.FinishAsync(status, request.Aborted);
        receiving.CancelAfter(FarewellLimit);
        await received;
    }

    private async Task<JsonObject> RunAsync(ApiRequest request, ContainerKey key, StreamProtocol protocol, ExecConnection connection, CancellationToken cancellationToken)
    {
        string[] command = [.. request.Http.Request.Query["command"].OfType<string>()];
        try
        {
            if (request.Info.Subresource == "attach")
            {
                // Whatever the process' exit code was, attaching to it succeeded.
                await runtime.AttachAsync(key, connection, cancellationToken);
                return RemoteStatus.Success();
            }

            if (command.Length == 0)
                return RemoteStatus.StartFailed("args must not be empty", protocol);
            var code = await runtime.ExecAsync(key, new ExecRequest(command, request.Flag("tty"), request.Flag("stdin")), connection, cancellationToken);
            return RemoteStatus.Exit(code, command, protocol);
        }
        catch (ExecFailedException error)
        {
            return RemoteStatus.StartFailed($"unable to start container process: {error.Message}", protocol);
        }
        catch (Exception error) when (error is not (OperationCanceledException or IOException))
        {
            // Whatever broke in the runtime, the client hears of an end: without a status it would take it for a broken connection.
            return RemoteStatus.Internal(error.Message, protocol);
        }
        catch (IOException)
        {
            // The client left while the process was writing; nobody reads what is said now.
            return RemoteStatus.Exit(141, command, protocol);
        }
    }
}
