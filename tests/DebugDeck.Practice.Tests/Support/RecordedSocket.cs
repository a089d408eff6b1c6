using System.Globalization;
using System.Text.Json.Nodes;

namespace DebugDeck.Practice.Tests.Support;

/// <summary>A recorded exec or attach: what the client asked and sent, and what came back.</summary>
internal sealed record RecordedSocket(
    string Path, string? Protocol, int Status, JsonNode? Body, IReadOnlyList<(int Channel, string Data)> Sent, IReadOnlyList<WebSocketFrame> Received, int? CloseCode)
{
    private const string ProtocolHeader = "Sec-WebSocket-Protocol: ";

    public static RecordedSocket Load(string name)
    {
        var json = JsonNode.Parse(File.ReadAllText(Recording.PathOf(name + ".json")))!;
        var head = json["request"]!.AsArray().Select(line => line!.ToString()).ToList();
        var frames = json["frames"]!.AsArray().Select(frame => frame!.AsObject()).Where(frame => frame.ContainsKey("dir")).ToList();
        var received = frames.Where(frame => frame["dir"]!.ToString() == "<").ToList();
        return new RecordedSocket(
            head[0].Split(' ')[1],
            head.FirstOrDefault(line => line.StartsWith(ProtocolHeader, StringComparison.Ordinal))?[ProtocolHeader.Length..],
            int.Parse(json["response_head"]![0]!.ToString().Split(' ')[1], CultureInfo.InvariantCulture),
            json["response_body"]?.DeepClone(),
            [.. frames.Where(frame => frame["dir"]!.ToString() == ">").Select(frame => ((int)frame["channel"]!, frame["data"]!.ToString()))],
            [.. received.Where(frame => (int)frame["op"]! != 8).Select(frame => new WebSocketFrame((int)frame["op"]!, (int)frame["channel"]!, frame["data"]!.ToString()))],
            received.Where(frame => (int)frame["op"]! == 8).Select(frame => (int?)frame["close_code"]!).FirstOrDefault());
    }
}
