using DebugDeck.Practice.Server;

namespace DebugDeck.Tests.Commands.OnPractice;

/// <summary><c>debug</c> and <c>cp</c> in pods that run, and on copies of pods that do not.</summary>
public sealed class DebugOnPracticeTests(PracticeShop shop) : IClassFixture<PracticeShop>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_command_beside_a_target_without_a_shell_sees_its_files_and_gives_its_exit_code()
    {
        var result = await shop.RunAsync("debug", "deploy/checkout", "--yes", "--", "sh", "-c", "grep -c Distroless $TARGET/etc/os-release; exit 7");

        Assert.Equal((7, "1"), (result.Code, result.Output.Trim()));
    }

    // The command line says netshoot; in a copy its busybox would want libraries that are not there, and the plan takes another.
    [Theory]
    [InlineData("busybox")]
    [InlineData("netshoot")]
    [InlineData("nicolaka/netshoot:v0.14")]
    public async Task A_pod_that_keeps_crashing_is_looked_at_in_a_copy_that_goes_with_the_command(string toolbox)
    {
        await shop.CrashAsync();

        var result = await shop.RunAsync("debug", "deploy/crash-loop", "--toolbox", toolbox, "--yes", "--", "id");

        Assert.True(result.Code == 0, result.Error);
        Assert.Matches(@"^uid=\d+.* gid=\d+", result.Output);

        // A deleted pod stays in the list until its containers have ended.
        for (var began = TimeProvider.System.GetTimestamp(); Pods(shop.Cluster).Any(IsCopy) && TimeProvider.System.GetElapsedTime(began) < Patience;)
        {
            await Task.Delay(100, Token);
        }

        Assert.DoesNotContain(Pods(shop.Cluster), IsCopy);
    }

    [Fact]
    public async Task A_copy_has_the_files_of_the_image_and_the_exit_code_of_the_command()
    {
        await shop.CrashAsync();

        var result = await shop.RunAsync("debug", "deploy/crash-loop", "--yes", "--", "sh", "-c", "cat $TARGET/etc/os-release; exit 9");

        Assert.Equal(9, result.Code);
        Assert.Contains("NAME=", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("deploy/checkout", "which cannot be undone, and nobody is here to ask")]
    [InlineData("deploy/crash-loop", "this would start a copy of")]
    public async Task Nothing_is_created_unasked(string address, string words)
    {
        await shop.CrashAsync();
        var before = Pods(shop.Cluster);

        var result = await shop.RunAsync("debug", address, "--new", "--", "id");

        Assert.Equal(2, result.Code);
        Assert.Contains(words, result.Error, StringComparison.Ordinal);
        Assert.Equal(before, Pods(shop.Cluster));
    }

    [Theory]
    [InlineData("deploy/catalog")]
    [InlineData("deploy/checkout")]
    public async Task A_copy_of_files_is_verified_by_the_targets_own_checksums(string address)
    {
        var local = Path.Combine(shop.NewFolder(), "etc");

        var result = await shop.RunAsync("cp", $"{address}:/etc", local, "--verify", "--yes");

        var files = Directory.GetFiles(local, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }).Length;
        Assert.True(result.Code == 0, result.Error);
        Assert.Contains($"verified: {files} files with the target's sha256\n", result.Error, StringComparison.Ordinal);
        Assert.StartsWith("root:", await File.ReadAllTextAsync(Path.Combine(local, "passwd"), Token), StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Pods(PracticeCluster cluster) =>
        [.. cluster.State.List("pods", "shop").Select(pod => (string)pod["metadata"]!["name"]!).Order(StringComparer.Ordinal)];

    private static bool IsCopy(string name) => name.Contains("debugdeck", StringComparison.Ordinal);
}
