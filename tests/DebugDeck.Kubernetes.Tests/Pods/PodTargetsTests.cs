using System.Text;
using System.Text.Json;
using DebugDeck.Core.Targets;
using DebugDeck.Kubernetes.Pods;
using DebugDeck.TestKit;

namespace DebugDeck.Kubernetes.Tests.Pods;

public sealed class PodTargetsTests
{
    private static readonly PodListDocument Shop = JsonSerializer.Deserialize(Recording.Read("pods-shop.json"), PodJson.Default.PodListDocument)!;

    [Fact]
    public void Every_container_of_a_recorded_namespace_says_how_it_is()
    {
        var rows = new StringBuilder();
        foreach (var target in Shop.Items.SelectMany(pod => PodTargets.From(pod, "prod", new Shared())))
        {
            rows.AppendLine($"{target.Name}/{target.Container}  {target.Role}  {target.State}  user={target.User}  restarts={target.Restarts}  {target.Reason}");
        }

        Golden.Matches("pods-shop", rows.ToString());
    }

    [Fact]
    public void A_target_can_be_named_again_and_knows_where_it_belongs()
    {
        var target = PodTargets.From(Shop.Items.Single(pod => pod.Metadata.Name.StartsWith("ledger-", StringComparison.Ordinal)), "prod", new Shared()).Single();

        Assert.Equal($"pod/{target.Name}/app", target.Address.ToString());
        Assert.Equal("prod", target.Host);
        Assert.Equal("shop", target.Project);
        Assert.StartsWith("ReplicaSet/ledger-", target.Owner, StringComparison.Ordinal);
        Assert.NotNull(target.Node);
        Assert.StartsWith("sha256:", target.ImageId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("docker-pullable://registry.corp/app@sha256:aa", "sha256:aa")]
    [InlineData("registry.corp/app@sha256:aa", "sha256:aa")]
    [InlineData("sha256:aa", "sha256:aa")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Equal_images_have_equal_ids_whatever_the_runtime_writes_before_the_digest(string? imageId, string expected) =>
        Assert.Equal(expected, PodTargets.Digest(imageId));

    [Theory]
    [InlineData("""{"status":{"reason":"Evicted","message":"The node was low on memory."}}""", "Evicted: The node was low on memory.")]
    [InlineData("""{"status":{"conditions":[{"type":"PodScheduled","status":"False","reason":"Unschedulable","message":"0/3 nodes are available"}]}}""", "Unschedulable: 0/3 nodes are available")]
    [InlineData("""{"status":{"containerStatuses":[{"name":"app","restartCount":1,"state":{"running":{}},"lastState":{"terminated":{"exitCode":137,"reason":"OOMKilled"}}}]}}""", "restarted after out of memory (killed)")]
    [InlineData("""{"status":{"containerStatuses":[{"name":"app","state":{"terminated":{"exitCode":0,"signal":9}}}]}}""", "signal 9")]
    [InlineData("""{"status":{"containerStatuses":[{"name":"app","state":{"running":{}}}]}}""", null)]
    public void Trouble_is_put_into_words(string json, string? words)
    {
        var pod = JsonSerializer.Deserialize(json, PodJson.Default.PodDocument)! with { Spec = new PodDocument.PodSpec { Containers = [new PodDocument.ContainerSpec { Name = "app" }] } };

        Assert.Equal(words, PodTargets.From(pod, "prod", new Shared()).Single().Reason);
    }

    [Fact]
    public void What_could_not_start_has_no_time_of_its_start()
    {
        var pod = JsonSerializer.Deserialize(
            """
            {"metadata":{"name":"p","namespace":"shop","uid":"1"},"spec":{"containers":[{"name":"app","image":"a"}]},"status":{"phase":"Running","containerStatuses":[
             {"name":"app","restartCount":1,"state":{"terminated":{"exitCode":128,"reason":"StartError","startedAt":"1970-01-01T00:00:00Z","finishedAt":"2026-11-25T10:00:00Z"}}}]}}
            """,
            PodJson.Default.PodDocument)!;

        var target = PodTargets.From(pod, "prod", new Shared()).Single();

        Assert.Null(target.StartedAt);
        Assert.Equal(2026, target.FinishedAt?.Year);
    }

    [Fact]
    public void Only_what_can_become_ready_is_unhealthy_when_it_is_not()
    {
        const string Running = "\"ready\":false,\"state\":{\"running\":{}}";
        var pod = JsonSerializer.Deserialize(
            $$$"""
            {"spec":{"containers":[{"name":"app"}],"initContainers":[{"name":"migrate"},{"name":"proxy","restartPolicy":"Always"}],"ephemeralContainers":[{"name":"debugdeck-abcde"}]},
             "status":{"containerStatuses":[{"name":"app",{{{Running}}}}],"initContainerStatuses":[{"name":"migrate",{{{Running}}}},{"name":"proxy",{{{Running}}}}],
                       "ephemeralContainerStatuses":[{"name":"debugdeck-abcde",{{{Running}}}}]}}
            """,
            PodJson.Default.PodDocument)!;

        var health = PodTargets.From(pod, "prod", new Shared()).ToDictionary(target => target.Container!, target => target.Health);

        Assert.Equal((ContainerHealth.Unhealthy, ContainerHealth.Unhealthy), (health["app"], health["proxy"]));
        Assert.Equal((ContainerHealth.None, ContainerHealth.None), (health["migrate"], health["debugdeck-abcde"]));
    }
}
