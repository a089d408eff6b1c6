using DebugDeck.Practice.Tests.Support;

namespace DebugDeck.Practice.Tests.Kubectl;

/// <summary>What users may do, asked and tried.</summary>
public sealed class AccessTests
{
    private const string Payments = "payments-845657dd4-tc8kh";

    [Theory]
    [InlineData("admin", "create", "pods/exec", "yes")]
    [InlineData("admin", "delete", "secrets", "yes")]
    [InlineData("debugger", "patch", "pods/ephemeralcontainers", "yes")]
    [InlineData("debugger", "delete", "pods", "no")]
    [InlineData("readonly", "list", "pods", "yes")]
    [InlineData("readonly", "create", "pods/exec", "no")]
    public async Task Can_i_answers(string user, string verb, string resource, string expected)
    {
        await using var host = await PracticeHost.StartAsync();
        var kubectl = await KubectlCommand.RequireAsync(host);
        var parts = resource.Split('/');

        var result = await kubectl.RunAsAsync(user, ["auth", "can-i", verb, parts[0], .. parts.Skip(1).Select(part => $"--subresource={part}")]);

        Assert.Equal(expected, result.StandardOutput.Trim());
        Assert.Equal(expected == "yes" ? 0 : 1, result.ExitCode);
    }

    [Fact]
    public async Task Can_i_list_shows_the_rules()
    {
        await using var host = await PracticeHost.StartAsync();
        var kubectl = await KubectlCommand.RequireAsync(host);

        var result = await kubectl.RunAsAsync("debugger", "auth", "can-i", "--list");

        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"pods/ephemeralcontainers +\[\] +\[\] +\[get patch update\]", result.StandardOutput);
    }

    [Fact]
    public async Task Whoami_shows_the_user()
    {
        await using var host = await PracticeHost.StartAsync();
        var kubectl = await KubectlCommand.RequireAsync(host);

        var result = await kubectl.RunAsAsync("debugger", "auth", "whoami");

        Assert.Matches(@"Username +debugger\n", result.StandardOutput);
        Assert.Matches(@"Groups +\[debuggers system:authenticated\]\n", result.StandardOutput);
    }

    [Fact]
    public async Task A_user_without_the_right_is_refused_with_the_recorded_sentences()
    {
        await using var host = await PracticeHost.StartAsync();
        var kubectl = await KubectlCommand.RequireAsync(host);

        var debug = await kubectl.RunAsAsync("readonly", "debug", "checkout-6c75bcbb88-7pwb8", "--image=busybox:1.36", "--target=app", "--profile=general", "--", "id");
        var exec = await kubectl.RunAsAsync("readonly", "exec", Payments, "--", "id");
        var list = await kubectl.RunAsAsync("debugger", "get", "pods", "-A");

        Assert.EndsWith("Error from server (Forbidden): pods \"checkout-6c75bcbb88-7pwb8\" is forbidden: User \"readonly\" cannot patch resource \"pods/ephemeralcontainers\" in API group \"\" in the namespace \"shop\"\n", debug.StandardError, StringComparison.Ordinal);

        // kubectl falls back to SPDY, which is a POST, after the web socket was refused.
        Assert.Equal($"Error from server (Forbidden): pods \"{Payments}\" is forbidden: User \"readonly\" cannot create resource \"pods/exec\" in API group \"\" in the namespace \"shop\"\n", exec.StandardError);
        Assert.Equal("Error from server (Forbidden): pods is forbidden: User \"debugger\" cannot list resource \"pods\" in API group \"\" at the cluster scope\n", list.StandardError);
    }
}
