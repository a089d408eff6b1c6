using DebugDeck.Core.Errors;
using DebugDeck.Core.Settings;

namespace DebugDeck.Core.Tests.Settings;

public sealed class SettingsFileTests
{
    [Fact]
    public void Comments_and_trailing_commas_are_welcome()
    {
        var settings = SettingsFile.Parse("""
            {
              // nothing leaves the data centre
              "mirrors": { "docker.io": "mirror.corp/dockerhub", },
              "toolboxes": { "jdk": "registry.corp/jdk-tools:21" }, /* the team's own */
            }
            """, "config.json");

        Assert.Equal("mirror.corp/dockerhub", settings.Mirrors["docker.io"]);
        Assert.Equal("registry.corp/jdk-tools:21", settings.Toolboxes["jdk"]);
    }

    [Theory]
    [InlineData("{\n  \"mirrors\": {\n    \"docker.io\" \"x\"\n  }\n}", "/home/me/config.json:3: ")]
    [InlineData("{\n  \"mirors\": {}\n}", "/home/me/config.json:2: ")]
    [InlineData("{\n  \"mirrors\": []\n}", "/home/me/config.json:2: ")]
    public void A_mistake_is_wrong_usage_and_says_where_it_is(string text, string beginning)
    {
        var error = Assert.Throws<DebugDeckException>(() => SettingsFile.Parse(text, "/home/me/config.json"));

        Assert.Equal(ErrorKind.Usage, error.Kind);
        Assert.StartsWith(beginning, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_misspelt_setting_is_named()
    {
        var error = Assert.Throws<DebugDeckException>(() => SettingsFile.Parse("{ \"mirors\": {} }", "config.json"));

        Assert.Contains("mirors", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{ \"mirrors\": null, \"toolboxes\": null }")]
    public void What_is_left_out_has_its_default(string text)
    {
        var settings = SettingsFile.Parse(text, "config.json");

        Assert.Empty(settings.Mirrors);
        Assert.Empty(settings.Toolboxes);
    }

    [Fact]
    public void Without_a_file_everything_has_its_default() =>
        Assert.Same(UserSettings.Default, SettingsFile.Read(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"), "config.json")));

    [Fact]
    public void A_file_is_read()
    {
        var folder = Directory.CreateTempSubdirectory("ddset-").FullName;
        try
        {
            var file = Path.Combine(folder, "config.json");
            File.WriteAllText(file, "{ \"toolboxes\": { \"busybox\": \"registry.corp/busybox\" } }");

            Assert.Equal("registry.corp/busybox", SettingsFile.Read(file).Toolboxes["busybox"]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("/etc/me", "/etc/me/debugdeck/config.json")]
    [InlineData("", "/home/me/.config/debugdeck/config.json")]
    [InlineData(null, "/home/me/.config/debugdeck/config.json")]
    [InlineData("not/absolute", "/home/me/.config/debugdeck/config.json")]
    public void The_file_is_where_the_desktop_standard_puts_it(string? xdgConfigHome, string expected) =>
        Assert.Equal(expected, SettingsFile.Locate(xdgConfigHome, "/home/me"));
}
