using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DebugDeck.Practice.Tests.Support;

namespace DebugDeck.Practice.Tests.Contract;

/// <summary>Replays recorded exec and attach sessions and compares the frames, their order and the end.</summary>
public sealed partial class StreamContractTests
{
    [Theory]
    [InlineData("ws-exec-ok")]
    [InlineData("ws-exec-exit3")]
    [InlineData("ws-exec-exit3-v4")]
    [InlineData("ws-exec-base64-v4")]
    [InlineData("ws-exec-noproto")]
    [InlineData("ws-exec-debugger-user", "debugger")]
    [InlineData("ws-exec-into-ec")]
    [InlineData("ws-exec-killed")]
    [InlineData("ws-exec-missing-binsh")]
    [InlineData("ws-exec-missing-sh")]
    [InlineData("ws-exec-missing-sh-v4")]
    [InlineData("ws-exec-nocommand")]
    [InlineData("ws-exec-permission-denied")]
    [InlineData("ws-exec-stdin-close-v5")]
    [InlineData("ws-exec-tar-stream")]
    [InlineData("ws-exec-tty")]
    public async Task A_session_has_the_same_frames_in_the_same_order(string name, string user = "admin")
    {
        await using var host = await PracticeHost.StartAsync();
        var recording = RecordedSocket.Load(name);

        var exchange = await WebSocketExchange.RunAsync(host.For(user), recording.Path, recording.Protocol, recording.Sent);

        Assert.Equal(101, exchange.Status);
        Assert.Equal(Merge(recording.Received), Merge(exchange.Frames));
        Assert.Equal(recording.CloseCode, exchange.CloseCode);
    }

    [Theory]
    [InlineData("ws-exec-container-notfound")]
    [InlineData("ws-exec-pod-notfound")]
    [InlineData("ws-exec-forbidden", "readonly")]
    [InlineData("ws-exec-waiting")]
    [InlineData("ws-exec-badproto")]
    [InlineData("ws-attach-ec-terminated")]
    [InlineData("ws-attach-ec-waiting")]
    public async Task A_session_that_cannot_begin_is_refused_before_the_upgrade(string name, string user = "admin")
    {
        await using var host = await PracticeHost.StartAsync();
        var recording = RecordedSocket.Load(name);

        var exchange = await WebSocketExchange.RunAsync(host.For(user), recording.Path, recording.Protocol, []);

        Assert.Equal(recording.Status, exchange.Status);
        if (recording.Body is JsonObject status)
            Assert.Equal(Answers.Normalize(status), Answers.Normalize(JsonNode.Parse(exchange.Body)));
        else
            Assert.Equal(recording.Body?.ToString() ?? "", exchange.Body);
    }

    [Fact]
    public async Task Exec_needs_the_verb_create_besides_get_and_the_refusal_ends_empty()
    {
        await using var host = await PracticeHost.StartAsync();
        var recording = RecordedSocket.Load("ws-exec-ok");

        var getOnly = await WebSocketExchange.RunAsync(host.For("execgetonly"), recording.Path, recording.Protocol, []);
        var createOnly = await WebSocketExchange.RunAsync(host.For("execcreateonly"), recording.Path, recording.Protocol, []);

        Assert.Equal(403, getOnly.Status);
        Assert.Equal("pods \"payments-845657dd4-tc8kh\" is forbidden: ", JsonNode.Parse(getOnly.Body)!["message"]!.ToString());
        Assert.Equal(403, createOnly.Status);
        Assert.Contains("cannot get resource \"pods/exec\"", JsonNode.Parse(createOnly.Body)!["message"]!.ToString(), StringComparison.Ordinal);
    }

    /// <summary>How output falls into frames is chance; what each channel carries, and when another one speaks, is not.</summary>
    private static List<(int Opcode, int Channel, string Data)> Merge(IEnumerable<WebSocketFrame> frames)
    {
        var merged = new List<(int Opcode, int Channel, string Data)>();
        foreach (var frame in frames)
        {
            var data = RunId().Replace(frame.Data, "<id>");
            if (merged.Count > 1 && merged[^1].Channel == frame.Channel && merged[^1].Data.Length > 0)
                merged[^1] = (frame.Opcode, frame.Channel, merged[^1].Data + data);
            else
                merged.Add((frame.Opcode, frame.Channel, data));
        }

        return merged;
    }

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex RunId();
}
