using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Settings;

namespace DebugDeck.Core.Tests.Debugging;

public sealed class ToolboxCatalogTests
{
    [Theory]
    [InlineData("busybox", "docker.io/library/busybox:latest")]
    [InlineData("netshoot", "docker.io/nicolaka/netshoot:latest")]
    [InlineData("registry.corp/tools:v2", "registry.corp/tools:v2")]
    [InlineData("alpine", "docker.io/library/alpine:latest")]
    public void A_toolbox_is_a_name_or_any_reference(string asked, string image) =>
        Assert.Equal(new Toolbox(asked, image), new ToolboxCatalog(UserSettings.Default).Find(asked));

    [Fact]
    public void Settings_add_names_and_replace_the_built_in_ones()
    {
        var catalog = Catalog(toolboxes: new() { ["busybox"] = "registry.corp/busybox:1.37", ["jdk"] = "registry.corp/jdk" });

        Assert.Equal("registry.corp/busybox:1.37", catalog.Find("busybox").Image);
        Assert.Equal("registry.corp/jdk:latest", catalog.Find("jdk").Image);
        Assert.Equal(["busybox", "jdk", "netshoot"], catalog.Names);
    }

    [Theory]
    [InlineData("docker.io", "mirror.corp/dockerhub", "mirror.corp/dockerhub/library/busybox:latest")]
    [InlineData("docker.io/", "mirror.corp/dockerhub/", "mirror.corp/dockerhub/library/busybox:latest")]
    [InlineData("docker.io/library/busybox", "mirror.corp/busybox", "mirror.corp/busybox:latest")]
    [InlineData("busybox", "mirror.corp/busybox", "mirror.corp/busybox:latest")]
    [InlineData("busybox:latest", "mirror.corp/busybox:1.36", "mirror.corp/busybox:1.36")]
    [InlineData("library", "mirror.corp/other", "docker.io/library/busybox:latest")]
    [InlineData("docker.io/library/busy", "mirror.corp/busy", "docker.io/library/busybox:latest")]
    [InlineData("quay.io", "mirror.corp/quay", "docker.io/library/busybox:latest")]
    [InlineData("localhost:5000", "mirror.corp", "docker.io/library/busybox:latest")]
    public void A_mirror_replaces_the_beginning_of_the_whole_name(string prefix, string replacement, string image) =>
        Assert.Equal(image, Catalog(mirrors: new() { [prefix] = replacement }).Find("busybox").Image);

    [Fact]
    public void The_longest_matching_mirror_wins()
    {
        var catalog = Catalog(mirrors: new() { ["docker.io"] = "mirror.corp/hub", ["docker.io/nicolaka"] = "mirror.corp/nicolaka" });

        Assert.Equal("mirror.corp/nicolaka/netshoot:latest", catalog.Find("netshoot").Image);
        Assert.Equal("mirror.corp/hub/library/busybox:latest", catalog.Find("busybox").Image);
    }

    [Fact]
    public void An_image_that_is_there_already_is_taken_although_a_mirror_is_set()
    {
        var catalog = Catalog(mirrors: new() { ["docker.io"] = "mirror.corp/hub" });

        Assert.Equal("docker.io/library/busybox:latest", catalog.Find("busybox", image => image.StartsWith("docker.io/", StringComparison.Ordinal)).Image);
        Assert.Equal("mirror.corp/hub/library/busybox:latest", catalog.Find("busybox", _ => true).Image);
        Assert.Equal("mirror.corp/hub/library/busybox:latest", catalog.Find("busybox", _ => false).Image);
    }

    [Fact]
    public void What_is_neither_name_nor_reference_is_wrong_usage() =>
        Assert.Equal(ErrorKind.Usage, Assert.Throws<DebugDeckException>(() => new ToolboxCatalog(UserSettings.Default).Find("Net Shoot")).Kind);

    private static ToolboxCatalog Catalog(Dictionary<string, string>? mirrors = null, Dictionary<string, string>? toolboxes = null) =>
        new(new UserSettings { Mirrors = mirrors ?? [], Toolboxes = toolboxes ?? [] });
}
