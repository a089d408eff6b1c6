using DebugDeck.Practice.Containers;
using DebugDeck.Practice.Tests.Support;

namespace DebugDeck.Practice.Tests.Kubectl;

/// <summary>Changes that kubectl makes.</summary>
public sealed class WritingTests
{
    [Fact]
    public async Task A_label_and_an_annotation_can_be_set_and_taken_away()
    {
        await using var host = await PracticeHost.StartAsync();
        var kubectl = await KubectlCommand.RequireAsync(host);

        var set = await kubectl.RunAsync("label", "pod", "multi", "on-call=me");
        await kubectl.RunAsync("annotate", "pod", "multi", "note=looked at");
        var labelled = host.Cluster.State.Find(ObjectKey.Pod("shop", "multi"))!["metadata"]!;
        await kubectl.RunAsync("label", "pod", "multi", "on-call-");
        var unlabelled = host.Cluster.State.Find(ObjectKey.Pod("shop", "multi"))!["metadata"]!;

        Assert.Equal("pod/multi labeled\n", set.StandardOutput);
        Assert.Equal("me", labelled["labels"]!["on-call"]!.ToString());
        Assert.Equal("looked at", labelled["annotations"]!["note"]!.ToString());
        Assert.Null(unlabelled["labels"]!["on-call"]);
    }

    [Fact]
    public async Task A_pod_is_deleted_and_waited_for()
    {
        await using var host = await PracticeHost.StartAsync();
        var kubectl = await KubectlCommand.RequireAsync(host);

        var result = await kubectl.RunAsync("delete", "pod", "multi");

        Assert.Equal("pod \"multi\" deleted", result.StandardOutput.Split(" from ")[0].Trim());
        Assert.Null(host.Cluster.State.Find(ObjectKey.Pod("shop", "multi")));
    }

    [Fact]
    public async Task A_pod_can_be_run()
    {
        await using var host = await PracticeHost.StartAsync();
        var kubectl = await KubectlCommand.RequireAsync(host);

        var result = await kubectl.RunAsync("run", "fresh", "--image=busybox", "--restart=Never");

        Assert.Equal(("pod/fresh created\n", ""), (result.StandardOutput, result.StandardError));
        var pod = host.Cluster.State.Find(ObjectKey.Pod("shop", "fresh"))!;
        Assert.Equal("Always", pod["spec"]!["containers"]![0]!["imagePullPolicy"]!.ToString());
    }

    [Fact]
    public async Task An_image_can_be_changed_and_a_command_cannot()
    {
        await using var host = await PracticeHost.StartAsync();
        var kubectl = await KubectlCommand.RequireAsync(host);

        var image = await kubectl.RunAsync("set", "image", "pod/multi", "web=busybox:2");
        var command = await kubectl.RunAsync("patch", "pod", "multi", "-p", "{\"spec\":{\"containers\":[{\"name\":\"web\",\"command\":[\"sh\"]}]}}");

        Assert.Equal(0, image.ExitCode);
        Assert.Equal(1, command.ExitCode);
        Assert.Contains("spec: Forbidden: pod updates may not change fields other than", command.StandardError, StringComparison.Ordinal);
    }
}
