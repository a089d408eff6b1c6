using System.Runtime.InteropServices;
using System.Text.Json;
using DebugDeck.Core.Images.Archives;
using DebugDeck.Hosting;
using DebugDeck.TestKit;
using DebugDeck.TestKit.Families;

namespace DebugDeck.Tests.Commands.Families;

/// <summary>Archives of images that hold real packages, libraries and programs, through the command line.</summary>
public sealed class FamilyImageTests
{
    public static TheoryData<string> Families => [.. FamilyImages.All.Select(image => image.Name)];

    public static TheoryData<string> Misleading => [.. FamilyImages.Misleading.Select(image => image.Name)];

    [Theory]
    [MemberData(nameof(Families))]
    public async Task An_archive_of_a_known_family_is_told_for_what_it_is(string name)
    {
        var layers = await RequireAsync();
        var image = FamilyImages.Named(name);
        using var archive = image.Build(layers);

        var table = await InspectAsync(image, archive.Save(), "table");
        var json = await InspectAsync(image, archive.File, "json");

        AssertTold(image, json);
        Golden.Matches(name, Scrub(table, layers));
        Golden.Matches($"{name}-json", Scrub(json, layers));
    }

    [Theory]
    [MemberData(nameof(Misleading))]
    public async Task An_archive_that_misleads_is_told_for_what_it_is_and_what_it_is_not(string name)
    {
        var layers = await RequireAsync();
        var image = FamilyImages.Named(name);
        using var archive = image.Build(layers);

        var table = await InspectAsync(image, archive.SaveForDocker(), "wide");
        var json = await InspectAsync(image, archive.File, "json");

        AssertTold(image, json);
        Golden.Matches(name, Scrub(table, layers));
    }

    private static async Task<BaseLayers> RequireAsync()
    {
        Assert.SkipUnless(RuntimeInformation.OSArchitecture == System.Runtime.InteropServices.Architecture.X64, "the images are for amd64, and their programs are compiled here");
        return await BaseLayers.RequireAsync();
    }

    private static async Task<CommandResult> InspectAsync(FamilyImage image, string file, string format)
    {
        var bench = new CommandBench { Paths = new ProgramPaths("/nowhere/config", "/dev/null/cache") };
        bench.Images[$"{image.Name}.tar"] = await ImageArchive.OpenAsync(file, TestContext.Current.CancellationToken);
        return await bench.RunAsync("inspect", $"archive://{image.Name}.tar", "-o", format);
    }

    private static void AssertTold(FamilyImage image, CommandResult result)
    {
        var told = JsonDocument.Parse(result.Output).RootElement;

        Assert.Equal(image.Expected, FamilyTelling.Of(told));
        Assert.Equal(image.Problems, told.GetProperty("entryPoint").GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("rule").GetString()!));
        Assert.Equal(image.Contradictions, told.GetProperty("family").GetProperty("contradictions").EnumerateArray().Select(other => other.GetProperty("family").GetString()!).Distinct());
        Assert.Equal(image.Config.Created.StartsWith('2') ? image.Config.Created : null, told.GetProperty("image").GetProperty("created").GetString());
    }

    private static string Scrub(CommandResult result, BaseLayers layers) => OutputScrubber.Scrub(result.Transcript, layers);
}
