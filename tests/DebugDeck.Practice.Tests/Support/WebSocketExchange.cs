using System.Net.WebSockets;
using System.Text;

namespace DebugDeck.Practice.Tests.Support;

/// <summary>Replays the client's side of a recorded web socket and keeps what the server sends.</summary>
internal sealed record WebSocketExchange(int Status, string Body, string? Protocol, IReadOnlyList<WebSocketFrame> Frames, int? CloseCode)
{
    public static async Task<WebSocketExchange> RunAsync(ApiClient client, string pathAndQuery, string? protocol, IReadOnlyList<(int Channel, string Data)> sent)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, pathAndQuery) { Version = new Version(1, 1), VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        request.Headers.Connection.Add("Upgrade");
        request.Headers.Upgrade.ParseAdd("websocket");
        request.Headers.Add("Sec-WebSocket-Version", "13");
        request.Headers.Add("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
        if (protocol is not null)
            request.Headers.Add("Sec-WebSocket-Protocol", protocol);
        using var response = await client.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        if ((int)response.StatusCode != 101)
            return new WebSocketExchange((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), null, [], null);
        var agreed = response.Headers.TryGetValues("Sec-WebSocket-Protocol", out var values) ? string.Join(',', values) : null;
        await using var stream = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        using var socket = WebSocket.CreateFromStream(stream, new WebSocketCreationOptions { IsServer = false, SubProtocol = agreed });
        return await TalkAsync(socket, agreed, sent);
    }

    /// <summary>Each piece of input goes out once the server has spoken and fallen silent.</summary>
    private static async Task<WebSocketExchange> TalkAsync(WebSocket socket, string? protocol, IReadOnlyList<(int Channel, string Data)> sent)
    {
        var frames = new List<WebSocketFrame>();
        var receiving = ReceiveAsync(socket, frames);
        foreach (var (channel, data) in sent)
        {
            await Task.Delay(150, TestContext.Current.CancellationToken);
            await socket.SendAsync((byte[])[(byte)channel, .. Encoding.UTF8.GetBytes(data)], WebSocketMessageType.Binary, true, TestContext.Current.CancellationToken);
        }

        var code = await receiving.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        return new WebSocketExchange(101, "", protocol, frames, code);
    }

    private static async Task<int?> ReceiveAsync(WebSocket socket, List<WebSocketFrame> frames)
    {
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var length = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(buffer.AsMemory(length), TestContext.Current.CancellationToken);
                length += part.Count;
            }
            while (!part.EndOfMessage);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                var code = (int?)socket.CloseStatus;
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, TestContext.Current.CancellationToken);
                return code;
            }

            frames.Add(new WebSocketFrame(part.MessageType == WebSocketMessageType.Text ? 1 : 2, buffer[0], Encoding.UTF8.GetString(buffer.AsSpan(1, length - 1))));
        }
    }
}
