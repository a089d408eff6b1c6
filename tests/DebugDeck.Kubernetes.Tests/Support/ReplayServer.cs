using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using DebugDeck.Kubernetes.Tests.Connection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DebugDeck.Kubernetes.Tests.Support;

/// <summary>Plays the server's part of a recorded exec, frame by frame, and writes down what the client sends.</summary>
internal sealed class ReplayServer : IAsyncDisposable
{
    private readonly JsonNode _recording;
    private readonly bool _breaks;
    private TestApiServer _server = null!;

    private ReplayServer(JsonNode recording, bool breaks) => (_recording, _breaks) = (recording, breaks);

    /// <summary>The line of the request: method, path and query.</summary>
    public string Request { get; private set; } = "";

    /// <summary>What the client sent: channel and text.</summary>
    public List<(int Channel, string Data)> Sent { get; } = [];

    public TestApiServer Server => _server;

    /// <summary>What the client sent when it was recorded.</summary>
    public IEnumerable<(int Channel, string Data)> Recorded => Frames(">").Select(frame => ((int)frame["channel"]!, (string)frame["data"]!));

    /// <param name="name">The recording.</param>
    /// <param name="change">What is to be different.</param>
    /// <param name="breaks">The connection breaks after the last frame, unless that closes it.</param>
    public static async Task<ReplayServer> StartAsync(string name, Action<JsonArray>? change = null, bool breaks = false)
    {
        var recording = JsonNode.Parse(Recording.Read(Path.Combine("exec", name + ".json")))!;
        change?.Invoke(recording["frames"]!.AsArray());
        var replay = new ReplayServer(recording, breaks);
        replay._server = await TestApiServer.StartAsync(replay.AnswerAsync);
        return replay;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        Request = $"{http.Request.Method} {http.Request.Path}{http.Request.QueryString}";
        var head = _recording["response_head"]!.AsArray().Select(line => (string)line!).ToList();
        var status = int.Parse(head[0].Split(' ')[1]);
        http.Response.StatusCode = status;
        if (status != 101)
        {
            var body = _recording["response_body"];
            await http.Response.WriteAsync(body is JsonValue text ? (string)text! : body?.ToJsonString() ?? "");
            return;
        }

        http.Response.Headers["Upgrade"] = "websocket";
        http.Response.Headers["Connection"] = "Upgrade";
#pragma warning disable CA5350 // RFC 6455 asks for SHA-1.
        http.Response.Headers["Sec-WebSocket-Accept"] = Convert.ToBase64String(
            SHA1.HashData(Encoding.ASCII.GetBytes(http.Request.Headers["Sec-WebSocket-Key"] + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
#pragma warning restore CA5350
        http.Response.Headers["Sec-WebSocket-Protocol"] = head.Last(line => line.StartsWith("Sec-WebSocket-Protocol:", StringComparison.Ordinal)).Split(' ')[1];
        await using var stream = await http.Features.GetRequiredFeature<IHttpUpgradeFeature>().UpgradeAsync();
        using var socket = WebSocket.CreateFromStream(stream, new WebSocketCreationOptions { IsServer = true });
        await PlayAsync(socket, http);
    }

    private async Task PlayAsync(WebSocket socket, HttpContext http)
    {
        foreach (var frame in Frames("<", ">"))
        {
            if ((string)frame["dir"]! == ">")
            {
                await HearAsync(socket, http.RequestAborted);
            }
            else if ((int)frame["op"]! == 8)
            {
                await socket.CloseOutputAsync((WebSocketCloseStatus)(int)frame["close_code"]!, null, http.RequestAborted);
                return;
            }
            else
            {
                byte[] message = [(byte)(int)frame["channel"]!, .. Encoding.UTF8.GetBytes((string)frame["data"]!)];
                await socket.SendAsync(message, WebSocketMessageType.Binary, endOfMessage: true, http.RequestAborted);
            }
        }

        if (_breaks)
        {
            // A reset connection loses what its other end has not read yet.
            await Task.Delay(100, http.RequestAborted);
            http.Abort();
            return;
        }

        await socket.ReceiveAsync(new byte[100], http.RequestAborted);
    }

    private async Task HearAsync(WebSocket socket, CancellationToken cancellationToken)
    {
        var buffer = new byte[4096];
        var result = await socket.ReceiveAsync(buffer, cancellationToken);
        Sent.Add((buffer[0], Encoding.UTF8.GetString(buffer, 1, result.Count - 1)));
    }

    private IEnumerable<JsonObject> Frames(params string[] directions) => _recording["frames"]!.AsArray()
        .Select(frame => frame!.AsObject())
        .Where(frame => directions.Contains((string?)frame["dir"]));
}
