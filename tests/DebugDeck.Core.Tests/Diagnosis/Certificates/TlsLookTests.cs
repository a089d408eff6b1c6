using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using DebugDeck.Core.Diagnosis.Certificates.Handshakes;
using DebugDeck.TestKit.Certificates;

namespace DebugDeck.Core.Tests.Diagnosis.Certificates;

/// <summary>Our handshake through a real busybox nc with a real <c>openssl s_server</c>.</summary>
public sealed class TlsLookTests
{
    private const string Host = "api.example";

    private static readonly TestCertificate Root = TestCertificate.Root("Look Root");
    private static readonly TestCertificate Middle = Root.Authority("Look Middle");

    [Theory]
    [InlineData("-tls1_3", "TLS 1.3")]
    [InlineData("-tls1_2", "TLS 1.2")]
    public async Task The_chain_arrives_as_it_was_sent(string option, string protocol)
    {
        await using var server = await Server.StartAsync(Middle.Server(Host), [Middle, Root], option);

        var seen = await LookAsync(server.Port);

        Assert.Equal((TlsOutcome.Completed, protocol, 3), (seen.Outcome, seen.Protocol, seen.Chain.Count));
        Assert.Equal(Middle.Der, seen.Chain[1].ToArray());
        Assert.Equal(Root.Der, seen.Chain[2].ToArray());
        Assert.StartsWith("TLS_", seen.Cipher, StringComparison.Ordinal);
        Assert.False(seen.AsksForClientCertificate);
    }

    [Theory]
    [InlineData("-Verify", "-tls1_3", true)]
    [InlineData("-Verify", "-tls1_2", true)]
    [InlineData("-verify", "-tls1_3", false)]
    public async Task A_server_that_asks_for_a_client_certificate_is_heard(string option, string version, bool insists)
    {
        await using var server = await Server.StartAsync(Middle.Server(Host), [Middle], version, option, "1");

        var seen = await LookAsync(server.Port);

        Assert.True(seen.AsksForClientCertificate);
        Assert.Equal(insists, seen.Alert is not null || seen.Outcome == TlsOutcome.Alert);
        Assert.NotEmpty(seen.Chain);
    }

    [Fact]
    public async Task A_server_without_a_common_cipher_answers_with_an_alert()
    {
        await using var server = await Server.StartAsync(Middle.Server(Host), [], "-tls1_2", "-cipher", "ECDHE-ECDSA-AES256-CCM8:@SECLEVEL=0");

        Assert.Equal((TlsOutcome.Alert, "handshake_failure"), await LookAsync(server.Port) is var seen ? (seen.Outcome, seen.Alert!) : default);
    }

    [Fact]
    public async Task The_chain_of_a_weak_key_is_seen_all_the_same()
    {
        var weak = TestCertificate.SelfSigned(Host, new() { RsaBits = 1024 });
        await using var server = await Server.StartAsync(weak, [], "-tls1_2", "-cipher", "DEFAULT:@SECLEVEL=0");

        Assert.Equal(weak.Der, Assert.Single((await LookAsync(server.Port, SslProtocols.Tls12)).Chain).ToArray());
    }

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n", TlsOutcome.NotTls, "HTTP/1.1 400 Bad Request")]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n", TlsOutcome.NotTls, "SSH-2.0-OpenSSH_9.2")]
    [InlineData("", TlsOutcome.Closed, null)]
    public async Task What_is_not_tls_is_told_by_its_own_words(string answer, TlsOutcome outcome, string? words)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = AnswerAsync(listener, answer);

        var seen = await LookAsync(((IPEndPoint)listener.LocalEndpoint).Port);

        await serving;
        Assert.Equal((outcome, words), (seen.Outcome, seen.Answer));
    }

    [Fact]
    public async Task Nc_says_that_nobody_listens()
    {
        await using var process = LocalProcess.Start(["nc", "127.0.0.1", "1"]);
        await using var stream = new ProcessStream(process);

        await TlsLook.HandshakeAsync(stream, Host, SslProtocols.None, TestContext.Current.CancellationToken);
        while (await stream.ReadAsync(new byte[100], TestContext.Current.CancellationToken) > 0)
        {
        }

        Assert.Contains("Connection refused", stream.Errors, StringComparison.Ordinal);
    }

    private static async Task AnswerAsync(TcpListener listener, string answer)
    {
        using var client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        await stream.ReadAtLeastAsync(new byte[1], 1, cancellationToken: TestContext.Current.CancellationToken);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer), TestContext.Current.CancellationToken);
        client.Client.Shutdown(SocketShutdown.Send);
        await stream.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);
    }

    private static async Task<TlsObservation> LookAsync(int port, SslProtocols protocols = SslProtocols.None)
    {
        await using var process = LocalProcess.Start(["nc", "127.0.0.1", port.ToString()]);
        await using var stream = new ProcessStream(process);
        return await TlsLook.HandshakeAsync(stream, Host, protocols, TestContext.Current.CancellationToken);
    }

    /// <summary><c>openssl s_server</c> on a port of its own.</summary>
    private sealed class Server : IAsyncDisposable
    {
        private readonly OpenSsl _openssl = new();
        private Process? _process;

        public int Port { get; private set; }

        public static async Task<Server> StartAsync(TestCertificate certificate, TestCertificate[] chain, params string[] options)
        {
            var server = new Server();
            var start = new ProcessStartInfo("openssl", [
                "s_server", "-accept", "127.0.0.1:0", "-cert", server._openssl.File("server.pem", certificate.Pem), "-key", server._openssl.File("server.key", certificate.KeyPem),
                .. chain.Length > 0 ? new[] { "-cert_chain", server._openssl.File("chain.pem", string.Concat(chain.Select(one => one.Pem))) } : [], .. options])
            { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
            server._process = Process.Start(start)!;
            while (await server._process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            {
                if (line.StartsWith("ACCEPT", StringComparison.Ordinal))
                {
                    server.Port = int.Parse(line[(line.LastIndexOf(':') + 1)..]);
                    return server;
                }
            }

            throw new InvalidOperationException(await server._process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        }

        public async ValueTask DisposeAsync()
        {
            if (_process is not null)
            {
                _process.Kill();
                await _process.WaitForExitAsync();
                _process.Dispose();
            }

            _openssl.Dispose();
        }
    }
}
