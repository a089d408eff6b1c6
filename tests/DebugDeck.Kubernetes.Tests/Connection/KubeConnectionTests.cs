using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using DebugDeck.Core.Errors;
using DebugDeck.Kubernetes.Configuration;
using DebugDeck.Kubernetes.Connection;
using Microsoft.AspNetCore.Http;

namespace DebugDeck.Kubernetes.Tests.Connection;

/// <summary>Each test is a row of library-notes B.3, where the library's own connection goes wrong or kubectl sets the rule.</summary>
public sealed class KubeConnectionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_server_of_the_clusters_authority_with_the_right_name_is_accepted()
    {
        await using var server = await TestApiServer.StartAsync(context => context.Response.WriteAsync("ok", Token));
        using var connection = Connect(server, "token: t");

        Assert.Equal("ok", await GetAsync(connection));
    }

    [Fact]
    public async Task A_certificate_of_the_right_authority_for_another_name_is_refused()
    {
        await using var server = await TestApiServer.StartAsync(context => context.Response.WriteAsync("ok", Token), "kubelet-17");
        using var connection = Connect(server, "token: t");

        var error = await Assert.ThrowsAsync<DebugDeckException>(() => GetAsync(connection));

        Assert.Equal(ErrorKind.Unreachable, error.Kind);
        Assert.Contains("certificate", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tls_server_name_is_the_name_that_is_checked()
    {
        await using var server = await TestApiServer.StartAsync(context => context.Response.WriteAsync("ok", Token), "api.internal");
        using var connection = Connect(server, "token: t", "tls-server-name: api.internal");

        Assert.Equal("ok", await GetAsync(connection));
    }

    [Fact]
    public async Task Skipping_verification_is_only_done_when_the_kubeconfig_says_so()
    {
        await using var server = await TestApiServer.StartAsync(context => context.Response.WriteAsync("ok", Token), "anything");
        using var connection = Connect(server, "token: t", "insecure-skip-tls-verify: true");

        Assert.Equal("ok", await GetAsync(connection));
    }

    [Fact]
    public async Task Impersonation_goes_with_every_request_one_line_for_each_group()
    {
        await using var server = await TestApiServer.StartAsync(context => context.Response.WriteAsync(string.Join('|', context.Request.Headers
            .Where(header => header.Key.StartsWith("Impersonate-", StringComparison.Ordinal))
            .SelectMany(header => header.Value.Select(value => $"{header.Key}={value}"))), Token));
        using var connection = Connect(server, "{ token: t, as: jane, as-groups: [dev, 'cn=ops,ou=x'], as-user-extra: { why/when: [night, day] } }");

        for (var request = 0; request < 2; request++)
        {
            Assert.Equal(
                "Impersonate-User=jane|Impersonate-Group=dev|Impersonate-Group=cn=ops,ou=x|Impersonate-Extra-why%2Fwhen=night|Impersonate-Extra-why%2Fwhen=day",
                await GetAsync(connection));
        }
    }

    [Fact]
    public async Task A_token_file_is_read_again_when_the_server_refuses_the_token()
    {
        var file = _folder.Write("token", "old");
        await using var server = await TestApiServer.StartAsync(context =>
        {
            if (context.Request.Headers.Authorization == "Bearer new")
            {
                return context.Response.WriteAsync("ok", Token);
            }

            File.WriteAllText(file, "new");
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        });
        using var connection = Connect(server, $"tokenFile: {file}");

        Assert.Equal("ok", await GetAsync(connection));
    }

    [Fact]
    public async Task A_client_certificate_is_presented()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=jane", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(90));
        var (pem, keyPem) = (Base64(certificate.ExportCertificatePem()), Base64(key.ExportPkcs8PrivateKeyPem()));
        await using var server = await TestApiServer.StartAsync(context => context.Response.WriteAsync(context.Connection.ClientCertificate?.Subject ?? "nobody", Token), wantClientCertificate: true);
        using var connection = Connect(server, $"{{ client-certificate-data: {pem}, client-key-data: {keyPem} }}");

        Assert.Equal("CN=jane", await GetAsync(connection));
    }

    [Fact]
    public async Task A_plugin_runs_once_for_many_requests_and_again_when_refused()
    {
        _folder.Write("login", """
            #!/bin/sh
            echo run >> "$(dirname "$0")/runs"
            n=$(wc -l < "$(dirname "$0")/runs")
            echo "{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"kind\":\"ExecCredential\",\"status\":{\"token\":\"$1-$n\"}}"
            """, executable: true);
        var refused = false;
        await using var server = await TestApiServer.StartAsync(context =>
        {
            context.Response.StatusCode = refused && context.Request.Headers.Authorization == "Bearer two words-1" ? 401 : 200;
            return context.Response.StatusCode == 200 ? context.Response.WriteAsync(context.Request.Headers.Authorization.ToString(), Token) : Task.CompletedTask;
        });
        using var connection = Connect(server, "exec: { apiVersion: client.authentication.k8s.io/v1, command: ./login, args: [two words] }");

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => GetAsync(connection)));
        refused = true;
        var after = await GetAsync(connection);

        Assert.All(answers, answer => Assert.Equal("Bearer two words-1", answer));
        Assert.Equal("Bearer two words-2", after);
        Assert.Equal(2, (await File.ReadAllLinesAsync(Path.Combine(_folder.Path, "runs"), Token)).Length);
    }

    [Fact]
    public async Task A_plugin_that_cannot_be_started_shows_its_install_hint()
    {
        await using var server = await TestApiServer.StartAsync(_ => Task.CompletedTask);
        using var connection = Connect(server, "exec: { apiVersion: client.authentication.k8s.io/v1, command: debugdeck-no-such-plugin, installHint: get it from the wiki }");

        var error = await Assert.ThrowsAsync<DebugDeckException>(() => GetAsync(connection));

        Assert.Equal(ErrorKind.NotPermitted, error.Kind);
        Assert.Equal("get it from the wiki", error.Hint);
    }

    [Fact]
    public async Task A_refusal_keeps_the_servers_own_sentence()
    {
        const string Sentence = "pods is forbidden: User \"jane\" cannot list resource \"pods\" in API group \"\" in the namespace \"shop\"";
        await using var server = await TestApiServer.StartAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return context.Response.WriteAsync($$"""{"kind":"Status","status":"Failure","message":"{{Sentence.Replace("\"", "\\\"", StringComparison.Ordinal)}}","reason":"Forbidden","code":403}""", Token);
        });
        using var connection = Connect(server, "token: t");

        var error = await Assert.ThrowsAsync<DebugDeckException>(() => GetAsync(connection));

        Assert.Equal(ErrorKind.NotPermitted, error.Kind);
        Assert.Equal(Sentence, error.Message);
    }

    [Fact]
    public async Task Too_many_requests_are_tried_again_when_the_server_says()
    {
        var asked = 0;
        await using var server = await TestApiServer.StartAsync(context =>
        {
            if (Interlocked.Increment(ref asked) == 3)
            {
                return context.Response.WriteAsync("ok", Token);
            }

            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = "0";
            return Task.CompletedTask;
        });
        using var connection = Connect(server, "token: t");

        Assert.Equal("ok", await GetAsync(connection));
        Assert.Equal(3, asked);
    }

    [Fact]
    public async Task Too_many_requests_for_ever_are_told_in_the_servers_words()
    {
        var asked = 0;
        await using var server = await TestApiServer.StartAsync(context =>
        {
            Interlocked.Increment(ref asked);
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = "0";
            return context.Response.WriteAsync("""{"kind":"Status","status":"Failure","message":"the server has received too many requests","reason":"TooManyRequests","code":429}""", Token);
        });
        using var connection = Connect(server, "token: t");

        var error = await Assert.ThrowsAsync<DebugDeckException>(() => GetAsync(connection));

        Assert.Equal(("the server has received too many requests", 6), (error.Message, asked));
    }

    [Fact]
    public async Task A_server_that_never_answers_is_given_up()
    {
        await using var server = await TestApiServer.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var connection = Connect(server, "token: t", limit: TimeSpan.FromMilliseconds(300));

        var error = await Assert.ThrowsAsync<DebugDeckException>(() => GetAsync(connection));

        Assert.Equal(ErrorKind.Unreachable, error.Kind);
    }

    private KubeConnection Connect(TestApiServer server, string user, string cluster = "", TimeSpan? limit = null)
    {
        var file = _folder.Write("config", $$"""
            current-context: test
            clusters:
            - name: c
              cluster:
                server: https://localhost:{{server.Port}}
                certificate-authority-data: {{Base64(server.AuthorityPem)}}
                {{cluster}}
            contexts: [{ name: test, context: { cluster: c, user: u } }]
            users:
            - name: u
              user:
                {{user}}
            """);
        var context = KubeContextReader.Read(KubeConfig.Load(new KubeConfigPaths([file], MustExist: true)));
        return new KubeConnection(context, TimeProvider.System) { AnswerLimit = limit ?? TimeSpan.FromSeconds(20) };
    }

    private static async Task<string> GetAsync(KubeConnection connection)
    {
        using var response = await connection.SendAsync(() => connection.Request(HttpMethod.Get, "version"), Token);
        return await response.Content.ReadAsStringAsync(Token);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
