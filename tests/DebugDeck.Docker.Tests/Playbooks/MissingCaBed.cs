using System.Net;
using System.Net.Sockets;
using System.Text;
using DebugDeck.TestKit;
using DebugDeck.TestKit.Certificates;

namespace DebugDeck.Docker.Tests.Playbooks;

/// <summary>TLS servers of every kind, and containers with and without what it takes to believe them.</summary>
public sealed class MissingCaBed : IAsyncLifetime
{
    public const string Host = "api.partner.example";

    /// <summary>Where the mounted containers have the authorities: the path that most runtimes read, and one that none does.</summary>
    public const string Bundle = "/etc/ssl/certs/ca-certificates.crt";

    private const string Aside = "/opt/corp/ca.crt";

    private static readonly TestCertificateOptions Past = new() { From = DateTimeOffset.UtcNow.AddDays(-90), Until = DateTimeOffset.UtcNow.AddDays(-3) };
    private static readonly TestCertificateOptions Future = new() { From = DateTimeOffset.UtcNow.AddDays(2), Until = DateTimeOffset.UtcNow.AddDays(90) };

    private readonly Dictionary<string, int> _ports = [];
    private readonly CancellationTokenSource _end = new();
    private TcpListener? _plain;
    private Task _answering = Task.CompletedTask;

    internal PlaybookBench Bench { get; } = new();

    internal TlsServers Servers { get; private set; } = null!;

    /// <summary>Trusts the authority of the servers.</summary>
    public string Trusting { get; private set; } = "";

    /// <summary>Has authorities, but not that of the servers.</summary>
    public string Strange { get; private set; } = "";

    /// <summary>Has none.</summary>
    public string Empty { get; private set; } = "";

    /// <summary>Has the right one where nobody looks.</summary>
    public string Beside { get; private set; } = "";

    public string Endpoint(string server) => $"{Host}:{_ports[server]}";

    public static void Require() => TestEngine.Require();

    public async ValueTask InitializeAsync()
    {
        if (TestEngine.Endpoint is null)
        {
            return;
        }

        Servers = new TlsServers { Address = await PlaybookBench.GatewayAsync() };
        var root = TestCertificate.Root("Partner Root", new() { Subject = "CN=Partner Root, O=Partner Trust" });
        var middle = root.Authority("Partner Issuing 1", new() { Subject = "CN=Partner Issuing 1, O=Partner Trust" });
        var oldMiddle = root.Authority("Partner Issuing 0", Past with { Subject = "CN=Partner Issuing 0, O=Partner Trust" });
        var corp = await CorpAsync();
        await Task.WhenAll(
            AddAsync("good", middle.Server(Host), [middle]),
            AddAsync("chain", middle.Server(Host), []),
            AddAsync("expired", middle.Server(Host, Past), [middle]),
            AddAsync("expired-intermediate", oldMiddle.Server(Host), [oldMiddle]),
            AddAsync("future", middle.Server(Host, Future), [middle]),
            AddAsync("name", middle.Server("other.partner.example"), [middle]),
            AddAsync("self", TestCertificate.SelfSigned(Host), []),
            AddAsync("client", middle.Server(Host), [middle], "-Verify", "1", "-CAfile", Servers.Write(root.Pem)),
            AddAsync("client-12", middle.Server(Host), [middle], "-tls1_2", "-Verify", "1", "-CAfile", Servers.Write(root.Pem)),
            AddAsync("welcome", middle.Server(Host), [middle], "-verify", "1", "-CAfile", Servers.Write(root.Pem)),
            AddAsync("old", middle.Server(Host, new() { RsaBits = 2048 }), [middle], "-tls1_1", "-cipher", "ALL:@SECLEVEL=0"));
        _ports["corp"] = await Servers.StartAsync(corp.Certificate, corp.Key, Servers.Write(""));
        _ports["plain"] = Plain();
        _ports["nobody"] = Free();

        var trusted = Servers.Write(root.Pem);
        var hosts = $"--add-host={Host}:{Servers.Address}";
        var names = await Task.WhenAll(
            Bench.StartAsync(hosts, $"--volume={trusted}:{Bundle}:ro", "ddtest/distroless", "--quiet"),
            Bench.StartAsync(hosts, "ddtest/distroless", "--quiet"),
            Bench.StartAsync(hosts, "--entrypoint=/app", "ddtest/scratch-static", "--quiet"),
            Bench.StartAsync(hosts, $"--volume={trusted}:{Aside}:ro", "--entrypoint=/app", "ddtest/scratch-static", "--quiet"));
        (Trusting, Strange, Empty, Beside) = (names[0], names[1], names[2], names[3]);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _plain?.Dispose();
        await _answering;
        _end.Dispose();
        if (Servers is not null)
        {
            await Servers.DisposeAsync();
        }

        await Bench.DisposeAsync();
    }

    // A private authority as people make one, with two commands.
    private async Task<(string Certificate, string Key)> CorpAsync()
    {
        var (authority, key, certificate) = (Servers.OpenSsl.Folder + "/corp", Servers.Write(""), Servers.Write(""));
        await RunAsync("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", authority + ".key", "-out", authority + ".crt", "-subj", "/O=Example Corp/CN=Example Corp Root CA", "-days", "3650");
        await RunAsync("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", key, "-out", authority + ".csr", "-subj", $"/CN={Host}", "-addext", $"subjectAltName=DNS:{Host}");
        await RunAsync("x509", "-req", "-in", authority + ".csr", "-CA", authority + ".crt", "-CAkey", authority + ".key", "-CAcreateserial", "-out", certificate, "-days", "90", "-copy_extensions", "copy");
        return (certificate, key);
    }

    private async Task RunAsync(params string[] arguments)
    {
        var (code, output) = await Servers.OpenSsl.RunAsync(arguments);
        Assert.True(code == 0, output);
    }

    private async Task AddAsync(string name, TestCertificate certificate, TestCertificate[] chain, params string[] options)
    {
        var port = await Servers.StartAsync(certificate, chain, options);
        lock (_ports)
        {
            _ports[name] = port;
        }
    }

    // A web server that does not expect TLS.
    private int Plain()
    {
        _plain = new TcpListener(IPAddress.Parse(Servers.Address), 0);
        _plain.Start();
        _answering = AnswerAsync(_plain, _end.Token);
        return ((IPEndPoint)_plain.LocalEndpoint).Port;
    }

    private static async Task AnswerAsync(TcpListener listener, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(cancellationToken);
                var stream = client.GetStream();
                await stream.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false, cancellationToken);
                await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"), cancellationToken);
                client.Client.Shutdown(SocketShutdown.Send);
                await stream.CopyToAsync(Stream.Null, cancellationToken);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
        {
        }
    }

    private int Free()
    {
        using var listener = new TcpListener(IPAddress.Parse(Servers.Address), 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
