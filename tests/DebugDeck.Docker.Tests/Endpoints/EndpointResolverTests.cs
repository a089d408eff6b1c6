using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;

namespace DebugDeck.Docker.Tests.Endpoints;

public sealed class EndpointResolverTests
{
    private const string DefaultSocket = "/var/run/docker.sock";

    [Fact]
    public void A_machine_without_engines_has_one_host_at_the_default_socket()
    {
        var endpoint = Assert.Single(new FakeMachine().Find());

        Assert.Equal(new HostInfo("docker", HostKind.Docker, "unix:///var/run/docker.sock", "default socket"), endpoint.Info);
        Assert.Equal(DefaultSocket, endpoint.Address!.LocalPath);
    }

    [Fact]
    public void The_given_endpoint_overrides_everything()
    {
        var machine = new FakeMachine().Set("DOCKER_HOST", "tcp://other:1").File(DefaultSocket).File("/run/podman/podman.sock");

        var endpoint = Assert.Single(machine.Find("unix:///tmp/mine.sock"));

        Assert.Equal(("unix:///tmp/mine.sock", "--docker-host"), (endpoint.Info.Endpoint, endpoint.Info.Source));
    }

    [Theory]
    [InlineData("gopher://x")]
    [InlineData("unix://relative/path")]
    [InlineData("tcp://host/path")]
    [InlineData("ssh://ann:secret@host")]
    public void A_given_endpoint_that_is_no_address_is_wrong_usage(string given) =>
        Assert.Equal(ErrorKind.Usage, Assert.Throws<DebugDeckException>(() => new FakeMachine().Find(given)).Kind);

    [Fact]
    public void A_variable_that_is_no_address_is_a_host_with_a_reason()
    {
        var endpoint = new FakeMachine().Set("DOCKER_HOST", "gopher://x").Find()[0];

        Assert.Null(endpoint.Address);
        Assert.StartsWith("DOCKER_HOST: 'gopher://x' is not an engine's address", endpoint.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unix:///a b/x.sock", "unix", "/a b/x.sock", -1)]
    [InlineData("unix://", "unix", DefaultSocket, -1)]
    [InlineData("tcp://box:2375", "tcp", "/", 2375)]
    [InlineData("tcp://box", "tcp", "/", 2375)]
    [InlineData("box:4000", "tcp", "/", 4000)]
    [InlineData("tcp://[::1]:4000", "tcp", "/", 4000)]
    [InlineData("ssh://ann@box:22/run/d.sock", "ssh", "/run/d.sock", 22)]
    public void Addresses_are_read_as_docker_reads_them(string text, string scheme, string path, int port)
    {
        var address = new FakeMachine().Set("DOCKER_HOST", text).Find()[0].Address!;

        Assert.Equal((scheme, path, port), (address.Scheme, address.LocalPath is "" ? "/" : address.LocalPath, address.Port));
    }

    [Fact]
    public void The_variable_wins_over_the_context_and_an_empty_one_is_not_set()
    {
        var machine = new FakeMachine().Context("prod", "tcp://prod:1").Set("DOCKER_CONTEXT", "prod").Set("DOCKER_HOST", "tcp://other:1");

        Assert.Equal("tcp://other:1", Assert.Single(machine.Find()).Info.Endpoint);
        Assert.Equal("tcp://prod:1", Assert.Single(machine.Set("DOCKER_HOST", "").Find()).Info.Endpoint);
    }

    [Fact]
    public void The_current_context_comes_from_the_variable_else_from_the_config()
    {
        var machine = new FakeMachine()
            .Context("prod", "tcp://prod:1")
            .Context("stage", "ssh://ann@stage")
            .File("/home/ann/.docker/config.json", """{"auths":{},"currentContext":"stage"}""")
            .File(DefaultSocket);

        var stage = Assert.Single(machine.Find());
        var prod = Assert.Single(machine.Set("DOCKER_CONTEXT", "prod").Find());
        var byDefault = Assert.Single(machine.Set("DOCKER_CONTEXT", "default").Find());

        Assert.Equal(new HostInfo("stage", HostKind.Docker, "ssh://ann@stage", "context 'stage'"), stage.Info);
        Assert.Equal("prod", prod.Info.Name);
        Assert.Equal("default socket", byDefault.Info.Source);
    }

    [Fact]
    public void The_folder_of_the_config_can_be_moved()
    {
        var machine = new FakeMachine()
            .Set("DOCKER_CONFIG", "/etc/dd")
            .File("/etc/dd/config.json", """{"currentContext":"x"}""")
            .File("/etc/dd/contexts/meta/2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881/meta.json", """{"Endpoints":{"docker":{"Host":"tcp://moved:1"}}}""");

        Assert.Equal("tcp://moved:1", machine.Find()[0].Info.Endpoint);
    }

    [Fact]
    public void A_context_that_is_missing_or_broken_is_a_host_with_a_reason()
    {
        var missing = new FakeMachine().Set("DOCKER_CONTEXT", "gone").Find()[0];
        var broken = new FakeMachine().File("/home/ann/.docker/config.json", "{").Find()[0];
        var empty = new FakeMachine().Context("x", "").Set("DOCKER_CONTEXT", "x").Find()[0];

        Assert.Equal("the Docker context 'gone' does not exist; `docker context ls` shows those that do", missing.Problem);
        Assert.StartsWith("/home/ann/.docker/config.json cannot be read", broken.Problem, StringComparison.Ordinal);
        Assert.Equal("the Docker context 'x' names no engine", empty.Problem);
    }

    [Fact]
    public void Sockets_that_are_there_come_as_further_hosts()
    {
        var machine = new FakeMachine()
            .Set("XDG_RUNTIME_DIR", "/run/user/7")
            .File(DefaultSocket)
            .File("/run/user/7/docker.sock")
            .File("/run/user/7/podman/podman.sock")
            .File("/run/podman/podman.sock")
            .File("/home/ann/.docker/run/docker.sock");

        var found = machine.Find().Select(endpoint => (endpoint.Info.Name, endpoint.Info.Kind));

        Assert.Equal(
            [
                ("docker", HostKind.Docker),
                ("docker-rootless", HostKind.Docker),
                ("podman", HostKind.Podman),
                ("docker-desktop", HostKind.Docker),
                ("podman-root", HostKind.Podman),
            ],
            found);
    }

    [Fact]
    public void One_socket_under_two_names_is_one_host()
    {
        var machine = new FakeMachine()
            .Set("DOCKER_HOST", "unix:///run/docker.sock")
            .Set("CONTAINER_HOST", "unix:///run/podman/podman.sock")
            .File("/run/podman/podman.sock")
            .Link("/run/docker.sock", "/run/podman/podman.sock");

        var only = Assert.Single(machine.Find());

        Assert.Equal(("docker", HostKind.Podman), (only.Info.Name, only.Info.Kind));
    }

    [Fact]
    public void Two_hosts_never_have_the_same_name()
    {
        var machine = new FakeMachine()
            .Context("podman", "tcp://far:1")
            .Set("DOCKER_CONTEXT", "podman")
            .Set("CONTAINER_HOST", "unix:///run/podman/podman.sock");

        Assert.Equal(["podman", "podman-2"], machine.Find().Select(endpoint => endpoint.Info.Name));
    }

    [Fact]
    public void Windows_has_a_named_pipe()
    {
        var pipe = Assert.Single(new FakeMachine().Find(windows: true));

        Assert.Equal(("npipe", "/pipe/docker_engine"), (pipe.Address!.Scheme, pipe.Address.LocalPath.Replace('\\', '/').Replace("//./", "/", StringComparison.Ordinal)));
    }
}
