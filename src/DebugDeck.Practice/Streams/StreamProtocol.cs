using Microsoft.AspNetCore.Http;

namespace DebugDeck.Practice.Streams;

/// <summary>A version of the protocol that carries several streams over one web socket.</summary>
/// <param name="Name">The name that is negotiated; null for the oldest, which a client gets that names none.</param>
/// <param name="StatusAsJson">The end is told as a Status (v4 and later); before, as a plain sentence.</param>
/// <param name="CanCloseStdin">The client can end its input and keep listening (v5).</param>
/// <param name="Base64">All is text: the channel a digit, the data base64.</param>
internal sealed record StreamProtocol(string? Name, bool StatusAsJson, bool CanCloseStdin, bool Base64)
{
    public static StreamProtocol V4 { get; } = new("v4.channel.k8s.io", true, false, false);

    private static readonly StreamProtocol[] Known =
    [
        new("v5.channel.k8s.io", true, true, false),
        V4,
        new("base64.v4.channel.k8s.io", true, false, true),
        new("channel.k8s.io", false, false, false),
        new("base64.channel.k8s.io", false, false, true),
    ];

    private static readonly StreamProtocol Unnamed = new(null, false, false, false);

    /// <summary>The first of the client's protocols that the server knows; null if it knows none of them.</summary>
    public static StreamProtocol? Negotiate(WebSocketManager sockets)
    {
        var asked = sockets.WebSocketRequestedProtocols;
        return asked.Count == 0 ? Unnamed : asked.Select(name => Known.FirstOrDefault(known => known.Name == name)).FirstOrDefault(known => known is not null);
    }
}
