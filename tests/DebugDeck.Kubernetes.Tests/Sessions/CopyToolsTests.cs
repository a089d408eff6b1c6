using System.Text;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Targets;
using DebugDeck.Kubernetes.Tests.Support;

namespace DebugDeck.Kubernetes.Tests.Sessions;

/// <summary>The tools beside the files of an image that does not run by itself.</summary>
public sealed class CopyToolsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("busybox", false)]
    [InlineData("nicolaka/netshoot:v0.14", true)]
    public async Task A_busybox_that_needs_libraries_of_its_own_image_makes_room_for_a_static_one(string toolbox, bool isTriedAgain)
    {
        await using var cluster = await TestCluster.PracticeAsync();
        await using var host = cluster.Host();
        var crashing = Assert.Single(await host.FindAsync(TargetAddress.Parse("deploy/crash-loop"), Token));
        await Lab.UntilAsync(async () => (await host.PlanAsync(crashing, new DebugRequest { Toolbox = toolbox }, Token)).Technique == DebugTechnique.Copy);
        var words = new Words();

        await using var session = await host.StartAsync(await host.PlanAsync(crashing, new DebugRequest { Toolbox = toolbox }, Token), words, Token);

        Assert.Equal(isTriedAgain, words.Said.Any(said => said.Contains(" needs libraries of its own: trying ", StringComparison.Ordinal)));
        await using (var process = await session.RunAsync(session.Command(["id", "-u"]), Token))
        {
            var result = await RemoteOutput.OfAsync(process);
            Assert.Equal((0, true), (result.ExitCode, int.TryParse(result.Output.Trim(), out _)));
        }

        Assert.NotEmpty(Encoding.UTF8.GetString(await session.Files.ReadAsync("/etc/passwd", 1000, Token)));
        await session.EndAsync(Token);
        Assert.DoesNotContain(cluster.Practice.State.List("pods", "shop"), pod => ((string)pod["metadata"]!["name"]!).Contains("debugdeck", StringComparison.Ordinal));
    }
}
