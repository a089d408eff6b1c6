using DebugDeck.Core.Errors;
using DebugDeck.Core.Targets;

namespace DebugDeck.Core.Tests.Targets;

public sealed class TargetPathTests
{
    [Theory]
    [InlineData("docker://web:/etc/resolv.conf", "docker://web", "/etc/resolv.conf")]
    [InlineData("web:/", "web", "/")]
    [InlineData("pod/web-0/app:/var/log", "pod/web-0/app", "/var/log")]
    [InlineData("image://registry.corp:5000/team/app:1.2:/etc/passwd", "image://registry.corp:5000/team/app:1.2", "/etc/passwd")]
    [InlineData("archive:///tmp/app.tar:/etc", "archive:///tmp/app.tar", "/etc")]
    [InlineData("web:/odd:/name", "web", "/odd:/name")]
    public void The_first_colon_before_a_slash_that_is_no_scheme_splits_address_and_path(string text, string address, string path)
    {
        var parsed = TargetPath.Parse(text);

        Assert.Equal(address, parsed.Address.ToString());
        Assert.Equal(path, parsed.Path);
    }

    [Theory]
    [InlineData("web")]
    [InlineData("docker://web")]
    [InlineData("web:relative/path")]
    [InlineData(":/etc")]
    public void Without_an_absolute_path_it_is_wrong_usage(string text)
    {
        var error = Assert.Throws<DebugDeckException>(() => TargetPath.Parse(text));

        Assert.Equal(ErrorKind.Usage, error.Kind);
    }
}
