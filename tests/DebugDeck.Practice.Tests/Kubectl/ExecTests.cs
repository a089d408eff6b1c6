using System.Security.Cryptography;
using CliWrap;
using DebugDeck.Practice.Tests.Support;

namespace DebugDeck.Practice.Tests.Kubectl;

/// <summary><c>kubectl exec</c> and <c>kubectl cp</c>, over web sockets.</summary>
public sealed class ExecTests
{
    private const string Payments = "payments-845657dd4-tc8kh";
    private const string Checkout = "checkout-6c75bcbb88-7pwb8";

    [Fact]
    public async Task Output_error_output_and_exit_code_arrive()
    {
        await using var host = await PracticeHost.StartAsync();
        var kubectl = await KubectlCommand.RequireAsync(host);

        var both = await kubectl.RunAsync("exec", Payments, "--", "sh", "-c", "echo out; echo err >&2");
        var three = await kubectl.RunAsync("exec", Payments, "--", "sh", "-c", "echo out; exit 3");

        Assert.Equal(("out\n", "err\n", 0), (both.StandardOutput, both.StandardError, both.ExitCode));
        Assert.Equal(("out\n", "command terminated with exit code 3\n", 3), (three.StandardOutput, three.StandardError, three.ExitCode));
    }

    [Theory]
    [InlineData("sh", "exec: \"sh\": executable file not found in $PATH")]
    [InlineData("/bin/sh", "exec: \"/bin/sh\": stat /bin/sh: no such file or directory")]
    [InlineData("/app", "exec: \"/app\": permission denied")]
    public async Task A_missing_shell_is_told_in_the_words_of_the_runtime(string program, string expected)
    {
        await using var host = await PracticeHost.StartAsync();
        var kubectl = await KubectlCommand.RequireAsync(host);

        var result = await kubectl.RunAsync("exec", Checkout, "-c", "app", "--", program);

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("error: Internal error occurred: Internal error occurred: error executing command in container: failed to exec in container: failed to start exec \"", result.StandardError, StringComparison.Ordinal);
        Assert.EndsWith($"OCI runtime exec failed: exec failed: unable to start container process: {expected}\n", result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_megabytes_of_input_arrive_whole_and_their_end_is_seen()
    {
        await using var host = await PracticeHost.StartAsync();
        var kubectl = await KubectlCommand.RequireAsync(host);
        var data = new byte[5 << 20];
        new Random(42).NextBytes(data);

        var result = await kubectl.RunAsync("admin", PipeSource.FromBytes(data), "exec", "-i", Payments, "--", "sha256sum");

        Assert.Equal(($"{Convert.ToHexStringLower(SHA256.HashData(data))}  -\n", 0), (result.StandardOutput, result.ExitCode));
    }

    [Fact]
    public async Task A_big_output_arrives_whole()
    {
        await using var host = await PracticeHost.StartAsync();
        var kubectl = await KubectlCommand.RequireAsync(host);
        long length = 0;
        var count = PipeTarget.Create(async (stream, cancellationToken) =>
        {
            var buffer = new byte[64 * 1024];
            int read;
            while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
                length += read;
        });

        var result = await (kubectl.Command("admin", "exec", Payments, "--", "flood") | count).ExecuteAsync(TestContext.Current.CancellationToken);

        Assert.Equal((64L << 20, 0), (length, result.ExitCode));
    }

    [Theory]
    [InlineData("Error from server (NotFound): pods \"nopod\" not found\n", "nopod", "--", "sh")]
    [InlineData("Error from server (BadRequest): container nope is not valid for pod checkout-6c75bcbb88-7pwb8\n", Checkout, "-c", "nope", "--", "sh")]
    [InlineData("error: cannot exec into a container in a completed pod; current phase is Succeeded\n", "report-vkvh2", "--", "sh")]
    public async Task An_exec_that_cannot_begin_says_why(string expected, params string[] arguments)
    {
        await using var host = await PracticeHost.StartAsync();
        var kubectl = await KubectlCommand.RequireAsync(host);

        var result = await kubectl.RunAsync(["exec", .. arguments]);

        Assert.Equal((expected, 1), (result.StandardError, result.ExitCode));
    }

    [Fact]
    public async Task Cp_copies_a_file_out()
    {
        await using var host = await PracticeHost.StartAsync();
        var kubectl = await KubectlCommand.RequireAsync(host);
        var target = Path.Combine(Path.GetDirectoryName(host.Cluster.KubeconfigPaths["admin"])!, "os-release");

        var result = await kubectl.RunAsync("cp", $"{Payments}:/etc/os-release", target);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("PRETTY_NAME=\"Practice\"\n", await File.ReadAllTextAsync(target, TestContext.Current.CancellationToken));
    }
}
