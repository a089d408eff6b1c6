using DebugDeck.Docker.Endpoints;

namespace DebugDeck.Docker.Tests.Endpoints;

public sealed class EndpointTlsTests
{
    [Fact]
    public void Without_the_variables_tcp_is_plain() =>
        Assert.Null(new FakeMachine().Set("DOCKER_HOST", "tcp://box").Find()[0].Tls);

    [Fact]
    public void Verified_TLS_takes_its_files_from_the_given_folder_and_the_other_port()
    {
        var endpoint = new FakeMachine()
            .Set("DOCKER_HOST", "tcp://box")
            .Set("DOCKER_TLS_VERIFY", "1")
            .Set("DOCKER_CERT_PATH", "/certs")
            .File("/certs/cert.pem")
            .File("/certs/key.pem")
            .Find()[0];

        Assert.Equal(new EndpointTls("/certs/ca.pem", "/certs/cert.pem", "/certs/key.pem", SkipVerify: false), endpoint.Tls);
        Assert.Equal(2376, endpoint.Address!.Port);
    }

    [Fact]
    public void Verified_TLS_never_falls_back_to_other_authorities() =>
        Assert.Equal(
            new EndpointTls("/home/ann/.docker/ca.pem", null, null, SkipVerify: false),
            new FakeMachine().Set("DOCKER_HOST", "tcp://box").Set("DOCKER_TLS_VERIFY", "1").Find()[0].Tls);

    [Fact]
    public void TLS_without_verification_only_when_asked_for() =>
        Assert.Equal(
            new EndpointTls(null, null, null, SkipVerify: true),
            new FakeMachine().Set("DOCKER_HOST", "tcp://box").Set("DOCKER_TLS", "1").Find()[0].Tls);

    [Fact]
    public void A_context_brings_its_own_files()
    {
        var tls = new FakeMachine().Context("prod", "tcp://prod:2376", false, "ca.pem", "cert.pem", "key.pem").Set("DOCKER_CONTEXT", "prod").Find()[0].Tls!;

        Assert.EndsWith("/docker/ca.pem", tls.CaFile, StringComparison.Ordinal);
        Assert.EndsWith("/docker/cert.pem", tls.CertificateFile, StringComparison.Ordinal);
        Assert.EndsWith("/docker/key.pem", tls.KeyFile, StringComparison.Ordinal);
        Assert.False(tls.SkipVerify);
    }

    [Fact]
    public void A_context_may_skip_the_check() =>
        Assert.Equal(
            new EndpointTls(null, null, null, SkipVerify: true),
            new FakeMachine().Context("lab", "tcp://lab:2376", skipVerify: true).Set("DOCKER_CONTEXT", "lab").Find()[0].Tls);

    [Fact]
    public void A_socket_has_no_TLS() =>
        Assert.Null(new FakeMachine().Set("DOCKER_HOST", "unix:///x.sock").Set("DOCKER_TLS_VERIFY", "1").Find()[0].Tls);
}
