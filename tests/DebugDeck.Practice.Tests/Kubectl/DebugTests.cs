using DebugDeck.Practice.Containers;
using DebugDeck.Practice.Tests.Support;

namespace DebugDeck.Practice.Tests.Kubectl;

/// <summary><c>kubectl debug</c> with its profiles, in namespaces of every strictness.</summary>
public sealed class DebugTests
{
    [Theory]
    [InlineData("shop", "general")]
    [InlineData("shop", "baseline")]
    [InlineData("shop", "restricted")]
    [InlineData("shop", "netadmin")]
    [InlineData("shop", "sysadmin")]
    [InlineData("base", "baseline")]
    [InlineData("base", "restricted")]
    [InlineData("locked", "restricted")]
    public async Task A_profile_that_the_namespace_allows_is_accepted(string inNamespace, string profile)
    {
        await using var host = await PracticeHost.StartAsync();
        var kubectl = await KubectlCommand.RequireAsync(host);
        var pod = PodOf(inNamespace, host);

        var result = await kubectl.RunAsync("-n", inNamespace, "debug", pod, "--image=busybox:1.36", "--target=app", $"--profile={profile}", "-c", "dbg", "--", "sh", "-c", "id");

        Assert.Equal(0, result.ExitCode);
        var added = host.Cluster.State.Find(ObjectKey.Pod(inNamespace, pod))!["spec"]!["ephemeralContainers"]!.AsArray()[^1]!;
        Assert.Equal("dbg", added["name"]!.ToString());
    }

    [Theory]
    [InlineData("base", "general", "violates PodSecurity \"baseline:latest\": non-default capabilities (container \"dbg\" must not include \"SYS_PTRACE\" in securityContext.capabilities.add)")]
    [InlineData("base", "netadmin", "violates PodSecurity \"baseline:latest\": non-default capabilities (container \"dbg\" must not include \"NET_ADMIN\", \"NET_RAW\" in securityContext.capabilities.add)")]
    [InlineData("base", "sysadmin", "violates PodSecurity \"baseline:latest\": privileged (container \"dbg\" must not set securityContext.privileged=true)")]
    [InlineData("locked", "baseline", "violates PodSecurity \"restricted:latest\": allowPrivilegeEscalation != false (container \"dbg\" must set securityContext.allowPrivilegeEscalation=false), unrestricted capabilities (container \"dbg\" must set securityContext.capabilities.drop=[\"ALL\"]), runAsNonRoot != true (pod or container \"dbg\" must set securityContext.runAsNonRoot=true), seccompProfile (pod or container \"dbg\" must set securityContext.seccompProfile.type to \"RuntimeDefault\" or \"Localhost\")")]
    [InlineData("locked", "general", "violates PodSecurity \"restricted:latest\": allowPrivilegeEscalation != false (container \"dbg\" must set securityContext.allowPrivilegeEscalation=false), unrestricted capabilities (container \"dbg\" must set securityContext.capabilities.drop=[\"ALL\"]; container \"dbg\" must not include \"SYS_PTRACE\" in securityContext.capabilities.add), runAsNonRoot != true (pod or container \"dbg\" must set securityContext.runAsNonRoot=true), seccompProfile (pod or container \"dbg\" must set securityContext.seccompProfile.type to \"RuntimeDefault\" or \"Localhost\")")]
    public async Task A_profile_that_the_namespace_forbids_is_refused_with_the_recorded_sentence(string inNamespace, string profile, string expected)
    {
        await using var host = await PracticeHost.StartAsync();
        var kubectl = await KubectlCommand.RequireAsync(host);
        var pod = PodOf(inNamespace, host);

        var result = await kubectl.RunAsync("-n", inNamespace, "debug", pod, "--image=busybox:1.36", "--target=app", $"--profile={profile}", "-c", "dbg", "--", "sh", "-c", "id");

        Assert.Equal(1, result.ExitCode);
        Assert.EndsWith($"Error from server (Forbidden): pods \"{pod}\" is forbidden: {expected}\n", result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interactive_debug_container_is_waited_for_and_attached()
    {
        await using var host = await PracticeHost.StartAsync();
        var kubectl = await KubectlCommand.RequireAsync(host);

        var result = await kubectl.RunAsync(
            "admin", CliWrap.PipeSource.FromString("echo hello\n"), "debug", "-i", PodOf("shop", host), "--image=busybox:1.36", "--target=app", "--profile=general", "--", "sh");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("/ # echo hello", result.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_of_a_pod_can_be_made_for_debugging()
    {
        await using var host = await PracticeHost.StartAsync();
        var kubectl = await KubectlCommand.RequireAsync(host);

        var result = await kubectl.RunAsync("debug", PodOf("shop", host), "--image=busybox:1.36", "--copy-to=checkout-copy", "--share-processes", "--profile=general", "--", "sh");

        Assert.Equal(0, result.ExitCode);
        var copy = host.Cluster.State.Find(ObjectKey.Pod("shop", "checkout-copy"))!;
        Assert.Equal("true", copy["spec"]!["shareProcessNamespace"]!.ToString());
        Assert.Equal("Running", copy["status"]!["phase"]!.ToString());
    }

    [Fact]
    public async Task A_copy_into_a_strict_namespace_is_checked_as_well()
    {
        await using var host = await PracticeHost.StartAsync();
        var kubectl = await KubectlCommand.RequireAsync(host);

        var result = await kubectl.RunAsync("-n", "base", "debug", PodOf("base", host), "--image=busybox:1.36", "--copy-to=copy", "--profile=sysadmin", "-c", "dbg", "--", "sh");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("violates PodSecurity \"baseline:latest\": privileged (container \"dbg\" must not set securityContext.privileged=true)", result.StandardError, StringComparison.Ordinal);
    }

    private static string PodOf(string inNamespace, PracticeHost host) => inNamespace == "shop"
        ? "checkout-6c75bcbb88-7pwb8"
        : host.Cluster.State.List("pods", inNamespace).Select(pod => pod["metadata"]!["name"]!.ToString()).First(name => name.StartsWith("vault", StringComparison.Ordinal));
}
