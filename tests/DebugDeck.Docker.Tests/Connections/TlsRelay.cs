using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace DebugDeck.Docker.Tests.Connections;

/// <summary>TLS in front of an engine's socket, demanding a client certificate: what <c>dockerd --tlsverify</c> does.</summary>
internal sealed class TlsRelay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;

    public TlsRelay(string engineSocket, X509Certificate2 certificate, X509Certificate2 clientAuthority)
    {
        _listener.Start();
        _serving = ServeAsync(engineSocket, Options(certificate, clientAuthority));
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    private static SslServerAuthenticationOptions Options(X509Certificate2 certificate, X509Certificate2 clientAuthority)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(clientAuthority);
        return new() { ServerCertificate = certificate, ClientCertificateRequired = true, CertificateChainPolicy = policy };
    }

    private async Task ServeAsync(string engineSocket, SslServerAuthenticationOptions options)
    {
        var relays = new List<Task>();
        try
        {
            while (true)
            {
                relays.Add(RelayAsync(await _listener.AcceptSocketAsync(_end.Token), engineSocket, options));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(relays).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RelayAsync(Socket client, string engineSocket, SslServerAuthenticationOptions options)
    {
        await using var secure = new SslStream(new NetworkStream(client, ownsSocket: true));
        await secure.AuthenticateAsServerAsync(options, _end.Token);
        using var engine = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await engine.ConnectAsync(new UnixDomainSocketEndPoint(engineSocket), _end.Token);
        await using var plain = new NetworkStream(engine);
        var up = UpAsync();
        await plain.CopyToAsync(secure, _end.Token);
        await secure.DisposeAsync();
        await up;

        async Task UpAsync()
        {
            try
            {
                await secure.CopyToAsync(plain, _end.Token);
            }
            finally
            {
                engine.Shutdown(SocketShutdown.Send);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _serving;
        _listener.Stop();
        _end.Dispose();
    }
}
