using System.Net;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;
using DebugDeck.Docker.Endpoints;
using DebugDeck.Docker.Inventory;
using DebugDeck.TestKit;

namespace DebugDeck.Docker.Tests.Connections;

public sealed class TlsTests : IDisposable
{
    private readonly TestCertificates _certificates = new();

    [Fact]
    public async Task The_right_authority_and_our_certificate_open_the_door()
    {
        await using var relay = Relay(IPAddress.Loopback);

        Assert.Equal(HostState.Ready, (await LookAsync(relay, _certificates.Full)).State);
    }

    [Fact]
    public async Task A_half_closed_stream_through_TLS_ends_the_input_alone()
    {
        await using var relay = Relay(IPAddress.Loopback);
        await using var containers = new TestContainers();
        using var connection = Connect(relay, _certificates.Full);

        await HalfClose.AssertWorksAsync(connection, containers);
    }

    [Fact]
    public async Task A_certificate_for_another_host_is_refused()
    {
        await using var relay = Relay(IPAddress.Parse("192.0.2.1"));

        var status = await LookAsync(relay, _certificates.Full);

        Assert.Equal(HostState.Unreachable, status.State);
        Assert.Contains("RemoteCertificateNameMismatch", status.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_of_another_authority_is_refused()
    {
        using var others = new TestCertificates();
        await using var relay = Relay(IPAddress.Loopback);

        var status = await LookAsync(relay, _certificates.Full with { CaFile = others.Full.CaFile });

        Assert.Equal(HostState.Unreachable, status.State);
        Assert.StartsWith("no TLS with 127.0.0.1:", status.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_our_certificate_the_engine_refuses_us()
    {
        await using var relay = Relay(IPAddress.Loopback);

        Assert.Equal(HostState.Unreachable, (await LookAsync(relay, _certificates.Full with { CertificateFile = null, KeyFile = null })).State);
    }

    [Fact]
    public void The_alert_of_a_real_engine_is_put_into_words()
    {
        var alert = new HttpRequestException("sending", new IOException("reading", new InvalidOperationException("error:0A000412:SSL routines::sslv3 alert bad certificate")));

        var error = DockerErrors.Translate(alert, new HostInfo("prod", HostKind.Docker, "tcp://prod:2376", "test"), "version");

        Assert.Equal(ErrorKind.Unreachable, error.Kind);
        Assert.StartsWith("prod at tcp://prod:2376 does not accept who we are", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_check_is_skipped_only_when_the_user_says_so()
    {
        using var others = new TestCertificates();
        await using var relay = Relay(IPAddress.Parse("192.0.2.1"));

        Assert.Equal(HostState.Ready, (await LookAsync(relay, _certificates.Full with { CaFile = null, SkipVerify = true })).State);
    }

    [Fact]
    public async Task A_missing_file_is_named()
    {
        await using var relay = Relay(IPAddress.Loopback);

        Assert.Contains("/nowhere/ca.pem", (await LookAsync(relay, _certificates.Full with { CaFile = "/nowhere/ca.pem" })).Reason, StringComparison.Ordinal);
    }

    public void Dispose() => _certificates.Dispose();

    private TlsRelay Relay(IPAddress named) =>
        new(new Uri(TestEngine.Require()).LocalPath, _certificates.IssueFor(named), _certificates.Authority);

    private static DockerConnection Connect(TlsRelay relay, EndpointTls tls)
    {
        var address = $"tcp://127.0.0.1:{relay.Port}";
        return DockerConnection.To(new DockerEndpoint(new HostInfo("docker", HostKind.Docker, address, "test"), new Uri(address), tls), TimeProvider.System);
    }

    private static async Task<HostStatus> LookAsync(TlsRelay relay, EndpointTls tls)
    {
        using var connection = Connect(relay, tls);
        return (await new DockerInventory(connection).ListAsync(TestContext.Current.CancellationToken)).Status;
    }
}
