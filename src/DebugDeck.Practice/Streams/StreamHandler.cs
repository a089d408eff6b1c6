using System.Text;
using System.Text.Json.Nodes;
using DebugDeck.Practice.Api;
using DebugDeck.Practice.Containers;
using DebugDeck.Practice.Objects;
using DebugDeck.Practice.Rbac;
using DebugDeck.Practice.Streams.Spdy;
using Microsoft.AspNetCore.Http;

namespace DebugDeck.Practice.Streams;

/// <summary>The paths <c>pods/exec</c> and <c>pods/attach</c>.</summary>
internal sealed class StreamHandler(ObjectStore store, IContainerRuntime runtime, CancellationToken stopping)
{
    private static readonly TimeSpan FarewellLimit = TimeSpan.FromSeconds(5);

    public async Task HandleAsync(ApiRequest request)
    {
        RequireCreate(request);
        var isAttach = request.Info.Subresource == "attach";
        var pod = store.Find(request.Key) ?? throw ApiException.NotFound(request.Kind, request.Info.Name!);
        var key = new ContainerKey(request.Info.Namespace!, request.Info.Name!, ContainerChoice.Choose(pod, request.Query("container")));
        if (!request.Flag("stdin") && !request.Flag("stdout") && !request.Flag("stderr"))
            throw ApiException.BadRequest("you must specify at least 1 of stdin, stdout, stderr");
        var isWebSocket = request.Http.WebSockets.IsWebSocketRequest;
        if (isWebSocket)
            CheckAccept(request);
        else if (!SpdyUpgrade.IsAskedFor(request.Http))
            throw ApiException.BadRequest("Upgrade request required");
        if (!ContainerChoice.IsRunning(pod, key.Container))
        {
            await RefuseAsync(request, isAttach ? $"container {key.Container} not found in pod {key.Pod}_{key.Namespace}" : $"container not found (\"{key.Container}\")");
            return;
        }

        if (isWebSocket)
            await ServeWebSocketAsync(request, key);
        else
            await SpdyUpgrade.AcceptAsync(request, connection => ServeAsync(request, key, connection));
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

    private static Task RefuseAsync(ApiRequest request, string text)
    {
        return Responses.BytesAsync(request.Http, Encoding.UTF8.GetBytes(text), 500, "text/plain; charset=utf-8");
    }

    private async Task ServeWebSocketAsync(ApiRequest request, ContainerKey key)
    {
        if (StreamProtocol.Negotiate(request.Http.WebSockets) is not { } protocol)
        {
            request.Http.Response.StatusCode = StatusCodes.Status403Forbidden;
            request.Http.Response.Headers.Connection = "close";
            return;
        }

        var lowest = request.Flag("stdout") ? StreamChannel.Stdout : request.Flag("stderr") ? StreamChannel.Stderr : StreamChannel.Status;
        using var socket = await request.Http.WebSockets.AcceptWebSocketAsync(protocol.Name);
        using var connection = new WebSocketConnection(socket, protocol, request.Flag("stdin"), lowest);
        await ServeAsync(request, key, connection);
    }

    private async Task ServeAsync(ApiRequest request, ContainerKey key, IExecConnection connection)
    {
        using var receiving = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var received = connection.ReceiveAsync(receiving.Token);
        await connection.BeginAsync(request.Aborted);

        // A process outlives the client that started it, as in a real container; only the end of the cluster ends it.
        var status = await RunAsync(request, key, connection, stopping);
        await connection.FinishAsync(status, request.Aborted);
        receiving.CancelAfter(FarewellLimit);
        await received;
    }

    private async Task<JsonObject> RunAsync(ApiRequest request, ContainerKey key, IExecConnection connection, CancellationToken cancellationToken)
    {
        var protocol = connection.Protocol;
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
