using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DebugDeck.Kubernetes.Pods;
using DebugDeck.Kubernetes.Sessions;
using DebugDeck.TestKit;

namespace DebugDeck.Kubernetes.Tests.Sessions;

public sealed class StartJudgeTests
{
    /// <summary>Every state of an ephemeral container that was seen on a real node, and what the user is told about it.</summary>
    [Fact]
    public void Every_recorded_state_is_told_in_words()
    {
        var text = new StringBuilder();
        foreach (var status in JsonNode.Parse(Recording.Read("ec-statuses.json"))!.AsArray())
        {
            var name = (string)status!["name"]!;
            var pod = Pod($$"""{"phase":"Running","ephemeralContainerStatuses":[{{status.ToJsonString()}}]}""");
            text.AppendLine($"{name}: {status["state"]!.ToJsonString()}");
            text.AppendLine(new StartJudge(name, "busybox:1.36", "app").Judge(pod) switch
            {
                StartState.Running => "  runs",
                StartState.Waiting(var words) => $"  waits: {words}",
                StartState.Failed(var why) => $"  FAILED: {why.Message}\n    hint: {why.Hint}",
                _ => "?",
            });
        }

        Golden.Matches("start-states", text.ToString());
    }

    [Theory]
    [InlineData("""{"phase":"Succeeded"}""", "has ended (Succeeded)")]
    [InlineData("""{"phase":"Failed","reason":"Evicted"}""", "has ended (Evicted)")]
    [InlineData("""{"phase":"Pending","conditions":[{"type":"PodScheduled","status":"False","reason":"Unschedulable","message":"0/1 nodes are available"}]}""", "is on no node: 0/1 nodes are available")]
    public void A_pod_in_which_nothing_will_start_ends_the_wait(string status, string words)
    {
        var state = Assert.IsType<StartState.Failed>(new StartJudge("debugdeck-x", "busybox", "app").Judge(Pod(status)));

        Assert.Contains(words, state.Why.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"phase":"Running"}""")]
    [InlineData("""{"phase":"Pending","conditions":[{"type":"PodScheduled","status":"True"}]}""")]
    [InlineData("""{"phase":"Running","ephemeralContainerStatuses":[{"name":"another","state":{"waiting":{"reason":"ImagePullBackOff"}}}]}""")]
    public void What_may_still_come_is_waited_for(string status) =>
        Assert.IsType<StartState.Waiting>(new StartJudge("debugdeck-x", "busybox", "app").Judge(Pod(status)));

    [Fact]
    public void A_copy_whose_tools_cannot_be_fetched_has_failed()
    {
        var pod = Pod("""{"phase":"Pending","initContainerStatuses":[{"name":"debugdeck-tools","state":{"waiting":{"reason":"ImagePullBackOff","message":"no such host"}}}],"containerStatuses":[{"name":"app","state":{"waiting":{"reason":"PodInitializing"}}}]}""");

        var state = Assert.IsType<StartState.Failed>(new StartJudge("app", "busybox", null).Judge(pod));

        Assert.Equal("the toolbox busybox cannot be pulled: no such host", state.Why.Message);
    }

    private static PodDocument Pod(string status) =>
        JsonSerializer.Deserialize($$"""{"metadata":{"name":"web-1"},"spec":{"nodeName":"bed","containers":[{"name":"app"}]},"status":{{status}}}""", PodJson.Default.PodDocument)!;
}
