using System.Runtime.CompilerServices;
using DebugDeck.Practice.Objects;
using DebugDeck.Practice.Worlds;

namespace DebugDeck.Practice.Tests.Worlds;

/// <summary>A world is data, and what is wrong with the data is told with its place.</summary>
public sealed class WorldFileTests
{
    [Theory]
    [InlineData("version: 1\nworkload: []\n", 2, 1, "'workload' is not known here")]
    [InlineData("version: 2\n", 1, 10, "this program reads version 1")]
    [InlineData("version: 1\nimages:\n  a:1:\n    family: gentoo\n", 4, 13, "there is no family 'gentoo'")]
    [InlineData("version: 1\nworkloads:\n  - name: x\n    namespace: y\n", 3, 5, "'pod' is missing")]
    [InlineData("version: 1\nimages:\n  a:1:\n    life: {every: soon}\n", 4, 19, "'every' is a time such as 5s or 2m")]
    [InlineData("version: 1\nnamespaces: [\n", 3, 1, "")]
    public void A_mistake_is_told_with_line_and_column(string text, long line, long column, string problem)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, text);

            var error = Assert.Throws<WorldFileException>(() => World.Load(file));

            Assert.Equal((line, column), (error.Line, error.Column));
            Assert.Contains($"{file}({line},{column}): {problem}", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task The_world_of_the_documentation_lives()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "..", "docs", "practice.md"), TestContext.Current.CancellationToken);
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, page.Split("```yaml\n")[1].Split("```")[0], TestContext.Current.CancellationToken);
            await using var world = World.Load(file);
            var store = new ObjectStore(TimeProvider.System, 1_000);

            await world.StartAsync(store, TimeProvider.System, TestContext.Current.CancellationToken);

            Assert.Equal(3, store.List("pods", "lab").Count);
            Assert.Equal(2, (int?)store.Find(new("deployments", "lab", "checkout"))!["status"]!["readyReplicas"]);
            Assert.Equal("admin", Assert.Single(world.Users).Name);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
