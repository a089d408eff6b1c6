using DebugDeck.Core.Errors;
using DebugDeck.Core.Images;

namespace DebugDeck.Core.Tests.Images;

public sealed class ImageReferenceTests
{
    private const string Digest = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("busybox", "docker.io/library/busybox:latest", "busybox")]
    [InlineData("busybox:musl", "docker.io/library/busybox:musl", "busybox:musl")]
    [InlineData("nicolaka/netshoot", "docker.io/nicolaka/netshoot:latest", "nicolaka/netshoot")]
    [InlineData("docker.io/busybox", "docker.io/library/busybox:latest", "busybox")]
    [InlineData("index.docker.io/library/busybox", "docker.io/library/busybox:latest", "busybox")]
    [InlineData("localhost/tools", "localhost/tools:latest", "localhost/tools")]
    [InlineData("localhost:5000/a/b_c/d-e.f:v1.2", "localhost:5000/a/b_c/d-e.f:v1.2", "localhost:5000/a/b_c/d-e.f:v1.2")]
    [InlineData("registry.corp/tools@" + Digest, "registry.corp/tools@" + Digest, "registry.corp/tools@" + Digest)]
    [InlineData("busybox:1.36@" + Digest, "docker.io/library/busybox:1.36@" + Digest, "busybox:1.36@" + Digest)]
    [InlineData("[::1]:5000/busybox", "[::1]:5000/busybox:latest", "[::1]:5000/busybox")]
    public void A_name_is_completed_and_shortened_as_docker_does(string written, string whole, string familiar)
    {
        var reference = ImageReference.Parse(written);

        Assert.Equal(whole, reference.ToString());
        Assert.Equal(familiar, reference.Familiar);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Busybox")]
    [InlineData("busybox:")]
    [InlineData("busy box")]
    [InlineData("busybox\n")]
    [InlineData("/busybox")]
    [InlineData("a//b")]
    [InlineData("busybox@sha256:123")]
    [InlineData("-busybox")]
    public void What_no_image_can_be_called_is_wrong_usage(string written)
    {
        var error = Assert.Throws<DebugDeckException>(() => ImageReference.Parse(written));

        Assert.Equal(ErrorKind.Usage, error.Kind);
        Assert.NotNull(error.Hint);
    }
}
