using DebugDeck.Acceptance.Setting;

namespace DebugDeck.Acceptance.CommandLine;

/// <summary>What a credential plugin tells the user, who cannot log in without it.</summary>
public sealed class CredentialPluginTests
{
    [Fact]
    public async Task The_plugins_own_words_are_beside_the_answer()
    {
        await using var stage = new Stage();
        var kubeconfig = Path.Combine(stage.Folder, "config");
        await File.WriteAllTextAsync(
            kubeconfig,
            """
            current-context: far
            clusters: [{ name: c, cluster: { server: "https://127.0.0.1:1" } }]
            contexts: [{ name: far, context: { cluster: c, user: u } }]
            users: [{ name: u, user: { exec: { apiVersion: client.authentication.k8s.io/v1, interactiveMode: IfAvailable, command: sh, args: ["-c", "echo open https://login.example/device >&2; exit 1"] } } }]
            """,
            TestContext.Current.CancellationToken);

        var result = await stage.RunAsync("list", "--host", "kubernetes", "--kubeconfig", kubeconfig);

        Assert.Equal(5, result.ExitCode);
        Assert.StartsWith("sh: open https://login.example/device\n", result.StandardError, StringComparison.Ordinal);
        Assert.Contains("the credential plugin sh ended with 1", result.StandardError, StringComparison.Ordinal);
    }
}
