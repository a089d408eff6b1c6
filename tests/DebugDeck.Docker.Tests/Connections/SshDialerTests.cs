using DebugDeck.Core.Hosts;
using DebugDeck.Docker.Connections;

namespace DebugDeck.Docker.Tests.Connections;

public sealed class SshDialerTests
{
    [Theory]
    [InlineData("ssh://box", HostKind.Docker, "-- box docker system dial-stdio")]
    [InlineData("ssh://ann@box:2222", HostKind.Docker, "-l ann -p 2222 -- box docker system dial-stdio")]
    [InlineData("ssh://box/run/x y.sock", HostKind.Docker, "-- box docker --host 'unix:///run/x y.sock' system dial-stdio")]
    [InlineData("ssh://box/run/podman/podman.sock", HostKind.Podman, "-- box podman --url 'unix:///run/podman/podman.sock' system dial-stdio")]
    public void The_far_side_joins_its_streams_to_the_engine(string address, HostKind kind, string expected) =>
        Assert.Equal("-o ConnectTimeout=30 -o BatchMode=yes -T " + expected, string.Join(' ', SshDialer.Arguments(new Uri(address), kind)));
}
