using DebugDeck.Core.Errors;
using DebugDeck.Core.Targets;

namespace DebugDeck.Core.Tests.Targets;

public sealed class TargetAddressTests
{
    [Theory]
    [InlineData("docker://web", AddressKind.Docker, "web", null)]
    [InlineData("podman://web", AddressKind.Podman, "web", null)]
    [InlineData("image://registry.corp:5000/team/app:1.2", AddressKind.Image, "registry.corp:5000/team/app:1.2", null)]
    [InlineData("archive:///tmp/app.tar", AddressKind.Archive, "/tmp/app.tar", null)]
    [InlineData("pod/web-0", AddressKind.Pod, "web-0", null)]
    [InlineData("pods/web-0", AddressKind.Pod, "web-0", null)]
    [InlineData("pod/web-0/app", AddressKind.Pod, "web-0", "app")]
    [InlineData("deployment/web", AddressKind.Deployment, "web", null)]
    [InlineData("sts/web", AddressKind.StatefulSet, "web", null)]
    [InlineData("ds/web", AddressKind.DaemonSet, "web", null)]
    [InlineData("job/web", AddressKind.Job, "web", null)]
    [InlineData("web", AddressKind.Any, "web", null)]
    public void An_address_says_what_it_points_at(string text, AddressKind kind, string name, string? container)
    {
        var address = TargetAddress.Parse(text);

        Assert.Equal(new TargetAddress(kind, name, container), address);
    }

    [Theory]
    [InlineData("docker://web")]
    [InlineData("image://alpine:3.20")]
    [InlineData("archive:///tmp/app.tar")]
    [InlineData("pod/web-0/app")]
    [InlineData("deploy/web")]
    [InlineData("web")]
    public void An_address_can_be_typed_again_as_it_is_shown(string text) => Assert.Equal(text, TargetAddress.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("docker://")]
    [InlineData("containerd://web")]
    [InlineData("pod/")]
    [InlineData("pod/web/app/more")]
    [InlineData("deploy/web/app")]
    [InlineData("service/web")]
    public void What_is_no_address_is_wrong_usage_with_a_hint(string text)
    {
        var error = Assert.Throws<DebugDeckException>(() => TargetAddress.Parse(text));

        Assert.Equal(ErrorKind.Usage, error.Kind);
        Assert.NotNull(error.Hint);
    }
}
