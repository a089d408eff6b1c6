using System.Security.Cryptography;
using CliWrap;
using DebugDeck.Practice.Tests.Support;

namespace DebugDeck.Practice.Tests.Kubectl;

/// <summary>kubectl without web sockets: for a user who may only create, it falls back to SPDY, and the cluster speaks that too.</summary>
public sealed class SpdyTests
{
    private const string Payments = "payments-845657dd4-tc8kh";

    [Fact]
    public async Task A_user_who_may_only_create_gets_through()
    {
        await using var host = await PracticeHost.StartAsync();
        var kubectl = await KubectlCommand.RequireAsync(host);

        var both = await kubectl.RunAsAsync("execcreateonly", "exec", Payments, "-c", "app", "--", "sh", "-c", "echo out; echo err >&2");
        var three = await kubectl.RunAsAsync("execcreateonly", "exec", Payments, "-c", "app", "--", "sh", "-c", "echo out; exit 3");

        Assert.Equal(("out\n", "err\n", 0), (both.StandardOutput, both.StandardError, both.ExitCode));
        Assert.Equal(("out\n", "command terminated with exit code 3\n", 3), (three.StandardOutput, three.StandardError, three.ExitCode));
    }

    [Fact]
    public async Task A_missing_shell_is_told_as_well()
    {
        await using var host = await PracticeHost.StartAsync();
        var kubectl = await KubectlCommand.RequireAsync(host);

        var result = await kubectl.RunAsAsync("execcreateonly", "exec", "checkout-6c75bcbb88-7pwb8", "-c", "app", "--", "sh");

        Assert.Equal(1, result.ExitCode);
        Assert.EndsWith("unable to start container process: exec: \"sh\": executable file not found in $PATH\n", result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_megabytes_of_input_arrive_whole_and_their_end_is_seen()
    {
        await using var host = await PracticeHost.StartAsync();
        var kubectl = await KubectlCommand.RequireAsync(host);
        var data = new byte[5 << 20];
        new Random(42).NextBytes(data);

        var result = await kubectl.RunAsync("execcreateonly", PipeSource.FromBytes(data), "exec", "-i", Payments, "-c", "app", "--", "sha256sum");

        Assert.Equal(($"{Convert.ToHexStringLower(SHA256.HashData(data))}  -\n", 0), (result.StandardOutput, result.ExitCode));
    }
}
