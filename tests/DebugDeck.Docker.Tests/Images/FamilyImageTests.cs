using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Images;
using DebugDeck.Core.Images.Archives;
using DebugDeck.Core.Targets;
using DebugDeck.Docker.Images;
using DebugDeck.TestKit;
using DebugDeck.TestKit.Families;

namespace DebugDeck.Docker.Tests.Images;

/// <summary>Images of families in a real engine: it runs them, so it knows best whether what is said of their programs is true.</summary>
[Collection(EngineImages.Name)]
public sealed class FamilyImageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("distroless-base")]
    [InlineData("alpine")]
    [InlineData("wolfi")]
    [InlineData("ubi-micro")]
    [InlineData("ubuntu-chiselled")]
    [InlineData("built-nix")]
    [InlineData("broken-glibc-on-alpine")]
    [InlineData("broken-musl-on-glibc")]
    [InlineData("broken-crlf")]
    public async Task The_engine_runs_what_nothing_is_said_against_and_shows_what_the_archive_shows(string name)
    {
        TestEngine.Require();
        var layers = await BaseLayers.RequireAsync();
        var family = FamilyImages.Named(name) with { Packing = "gzip", Reference = $"ddtest/family-{name}-{Guid.NewGuid():N}:1" };
        using var built = family.Build(layers);
        await TestEngine.DockerAsync("load", "-i", built.SaveForDocker());
        try
        {
            using var connection = TestContainers.Connect();
            await using var archive = await ImageArchive.OpenAsync(built.File, Token);
            await using var image = await EngineImage.OpenAsync(connection, family.Reference, Token);

            var (fromArchive, fromEngine) = (await ReadAsync(archive, family), await ReadAsync(image, family));

            Assert.Equal(Told(fromArchive), Told(fromEngine));
            Assert.Equal(family.Problems, fromEngine.Readings.EntryPoint.Problems.Select(problem => problem.Rule));
            Assert.Equal(family.Problems.Count == 0, await RunsAsync(family.Reference));
        }
        finally
        {
            await TestEngine.DockerAsync("rmi", "-f", family.Reference);
        }
    }

    private static async Task<bool> RunsAsync(string reference)
    {
        try
        {
            return await TestEngine.DockerAsync("run", "--rm", "--network", "none", reference) == "hello";
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string Told(TargetAnatomy anatomy) => string.Join('\n',
        $"{anatomy.Family.Id} {anatomy.Family.Variant} {anatomy.Family.Version} {anatomy.Family.Confidence} {string.Join(',', anatomy.BuiltWith.Select(builder => builder.Id))}",
        $"{anatomy.Readings.Libc.Kind} {anatomy.Readings.Libc.Version} {anatomy.Readings.Libc.Path}",
        $"{anatomy.Readings.Shell.Verdict} {anatomy.Readings.Shell.Path} {anatomy.Readings.PackageManager.Name} {anatomy.Readings.Packages.Format} {anatomy.Readings.Packages.Packages.Count}",
        $"{anatomy.Readings.EntryPoint.Path} {anatomy.Readings.EntryPoint.Linkage} {anatomy.Readings.EntryPoint.Interpreter}",
        $"{anatomy.Readings.Accounts.UserId} {anatomy.Readings.Accounts.Name} {anatomy.Certificates.IsFound} {anatomy.Certificates.Count} {anatomy.TimeZones.IsFound} {anatomy.TimeZones.Release}",
        string.Join(' ', anatomy.Findings.Select(finding => finding.Rule).Where(rule => !rule.StartsWith("files.", StringComparison.Ordinal))));

    private static Task<TargetAnatomy> ReadAsync(IImageSource image, FamilyImage family) => AnatomyReader.ReadAsync(
        AnatomySubject.Of(new TargetAddress(AddressKind.Image, family.Reference), image.Facts), image.Files, new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero), Token);
}
