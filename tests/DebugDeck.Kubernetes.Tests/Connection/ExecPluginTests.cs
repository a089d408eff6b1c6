using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;
using DebugDeck.Kubernetes.Configuration;
using DebugDeck.Kubernetes.Connection;
using DebugDeck.Kubernetes.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace DebugDeck.Kubernetes.Tests.Connection;

/// <summary>Credential plugins: what they are told, what they say, and how long their answers are kept.</summary>
public sealed class ExecPluginTests : IDisposable
{
    private const string Answer = """echo '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"t"}}'""";

    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentQueue<string> _said = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_it_says_is_heard_while_it_still_waits_for_the_login()
    {
        await using var server = await TestApiServer.StartAsync(context => context.Response.WriteAsync("ok", Token));
        using var connection = Connect(server, $$"""
            printf 'open https://login.example/device\n\n' >&2
            printf 'and type \033[1mABCD\033[0m' >&2
            while [ ! -e "$(dirname "$0")/done" ]; do sleep 0.05; done
            {{Answer}}
            """);

        var asking = GetAsync(connection);
        await Lab.UntilAsync(() => Task.FromResult(!_said.IsEmpty));
        Assert.False(asking.IsCompleted);
        _folder.Write("done", "");
        Assert.Equal("ok", await asking);

        Assert.Equal(["login: open https://login.example/device", "login: and type \\e[1mABCD\\e[0m"], _said);
    }

    [Fact]
    public async Task A_host_says_what_its_plugin_says_while_it_connects()
    {
        await using var server = await TestApiServer.StartAsync(context => context.Response.WriteAsync("""{"metadata":{"resourceVersion":"1"},"items":[]}""", Token));
        await using var host = new KubernetesHost(Context(server, $$"""
            echo 'open https://login.example/device' >&2
            while [ ! -e "$(dirname "$0")/done" ]; do sleep 0.05; done
            {{Answer}}
            """, ""), "test", TestCluster.Options(_folder.Path));
        await using var live = new LiveInventory(host);

        await live.UntilAsync(seen => seen.Status is { State: HostState.Connecting, Reason: "login: open https://login.example/device" }, "the plugin's words");
        _folder.Write("done", "");

        await live.UntilAsync(seen => seen.Status.State != HostState.Connecting, "the end of the login");
    }

    [Fact]
    public async Task One_that_fails_gives_its_last_words_and_its_install_hint()
    {
        await using var server = await TestApiServer.StartAsync(_ => Task.CompletedTask);
        using var connection = Connect(server, "echo 'session expired' >&2; echo 'run: sso login' >&2; exit 3", "installHint: get it from the wiki");

        var error = await Assert.ThrowsAsync<DebugDeckException>(() => GetAsync(connection));

        Assert.Equal((ErrorKind.NotPermitted, "get it from the wiki"), (error.Kind, error.Hint));
        Assert.EndsWith("login ended with 3: run: sso login", error.Message, StringComparison.Ordinal);
        Assert.Equal(["login: session expired", "login: run: sso login"], _said);
    }

    [Fact]
    public async Task A_login_that_fails_has_failed_for_all_who_waited_for_it()
    {
        await using var server = await TestApiServer.StartAsync(_ => Task.CompletedTask);
        using var connection = Connect(server, """
            echo run >> "$(dirname "$0")/runs"
            while [ ! -e "$(dirname "$0")/done" ]; do sleep 0.05; done
            echo 'no' >&2; exit 1
            """);

        var asking = Enumerable.Range(0, 5).Select(_ => GetAsync(connection)).ToList();
        _folder.Write("done", "");
        foreach (var request in asking)
        {
            Assert.EndsWith("login ended with 1: no", (await Assert.ThrowsAsync<DebugDeckException>(() => request)).Message, StringComparison.Ordinal);
        }

        Assert.Single(await File.ReadAllLinesAsync(Path.Combine(_folder.Path, "runs"), Token));
        await Assert.ThrowsAsync<DebugDeckException>(() => GetAsync(connection));
        Assert.Equal(2, (await File.ReadAllLinesAsync(Path.Combine(_folder.Path, "runs"), Token)).Length);
    }

    [Theory]
    [InlineData("Never")]
    [InlineData("IfAvailable")]
    public async Task It_is_told_that_it_has_no_terminal(string mode)
    {
        await using var server = await TestApiServer.StartAsync(context => context.Response.WriteAsync("ok", Token));
        using var connection = Connect(server, $"printf '%s' \"$KUBERNETES_EXEC_INFO\" > \"$(dirname \"$0\")/told\"; {Answer}", $"interactiveMode: {mode}, provideClusterInfo: true");

        Assert.Equal("ok", await GetAsync(connection));

        var told = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(_folder.Path, "told"), Token))!;
        Assert.Equal(("client.authentication.k8s.io/v1", "ExecCredential"), ((string?)told["apiVersion"], (string?)told["kind"]));
        Assert.False((bool)told["spec"]!["interactive"]!);
        Assert.Equal($"https://localhost:{server.Port}", (string?)told["spec"]!["cluster"]!["server"]);
    }

    [Fact]
    public async Task One_that_insists_on_a_terminal_is_not_started_and_the_user_is_told_what_to_do()
    {
        await using var server = await TestApiServer.StartAsync(_ => Task.CompletedTask);
        using var connection = Connect(server, "touch \"$(dirname \"$0\")/started\"", "interactiveMode: Always");

        var error = await Assert.ThrowsAsync<DebugDeckException>(() => GetAsync(connection));

        Assert.Contains("needs a terminal of its own", error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.Hint);
        Assert.False(File.Exists(Path.Combine(_folder.Path, "started")));
    }

    [Theory]
    [InlineData("2001-01-01T00:00:00Z", 3)]
    [InlineData("2101-01-01T00:00:00Z", 1)]
    public async Task An_answer_is_kept_until_it_expires(string until, int runs)
    {
        await using var server = await TestApiServer.StartAsync(context => context.Response.WriteAsync("ok", Token));
        using var connection = Connect(server, $$$"""
            echo run >> "$(dirname "$0")/runs"
            echo '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"t","expirationTimestamp":"{{{until}}}"}}'
            """);

        for (var request = 0; request < 3; request++)
        {
            await GetAsync(connection);
        }

        Assert.Equal(runs, (await File.ReadAllLinesAsync(Path.Combine(_folder.Path, "runs"), Token)).Length);
    }

    [Theory]
    [InlineData("echo no json", "answered something that is not an ExecCredential")]
    [InlineData("""echo '{"apiVersion":"client.authentication.k8s.io/v1beta1","status":{"token":"t"}}'""", "answered client.authentication.k8s.io/v1beta1, not client.authentication.k8s.io/v1")]
    [InlineData("""echo '{"apiVersion":"client.authentication.k8s.io/v1","status":{}}'""", "answered neither a token nor a certificate")]
    public async Task An_answer_that_is_none_is_called_so(string script, string words)
    {
        await using var server = await TestApiServer.StartAsync(_ => Task.CompletedTask);
        using var connection = Connect(server, script);

        Assert.EndsWith(words, (await Assert.ThrowsAsync<DebugDeckException>(() => GetAsync(connection))).Message, StringComparison.Ordinal);
    }

    private static async Task<string> GetAsync(KubeConnection connection)
    {
        using var response = await connection.SendAsync(() => connection.Request(HttpMethod.Get, "version"), Token);
        return await response.Content.ReadAsStringAsync(Token);
    }

    private KubeConnection Connect(TestApiServer server, string script, string more = "") => new(Context(server, script, more), TimeProvider.System, _said.Enqueue);

    private KubeContext Context(TestApiServer server, string script, string more)
    {
        _folder.Write("login", $"#!/bin/sh\n{script}\n", executable: true);
        var file = _folder.Write("config", $$"""
            current-context: test
            clusters:
            - name: c
              cluster:
                server: https://localhost:{{server.Port}}
                certificate-authority-data: {{Convert.ToBase64String(Encoding.UTF8.GetBytes(server.AuthorityPem))}}
            contexts: [{ name: test, context: { cluster: c, user: u } }]
            users: [{ name: u, user: { exec: { apiVersion: client.authentication.k8s.io/v1, command: ./login, {{more}} } } }]
            """);
        return KubeContextReader.Read(KubeConfig.Load(new KubeConfigPaths([file], MustExist: true)));
    }
}
