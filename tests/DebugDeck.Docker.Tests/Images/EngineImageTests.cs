using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Anatomy.Programs;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Files.Capture;
using DebugDeck.Core.Images;
using DebugDeck.Core.Images.Archives;
using DebugDeck.Docker.Images;
using DebugDeck.TestKit;

namespace DebugDeck.Docker.Tests.Images;

[Collection(EngineImages.Name)]
public sealed class EngineImageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_image_is_looked_at_without_anything_of_it_running_and_nothing_stays()
    {
        using var connection = TestContainers.Connect();
        var before = await TestEngine.DockerAsync("ps", "-aq", "--filter", $"label={EngineImage.Label}");

        ContainerReadings read;
        await using (var image = await EngineImage.OpenAsync(connection, "ddtest/distroless", Token))
        {
            Assert.Equal("65532:65532", image.Facts.User);
            read = await ReadAsync(image);
        }

        Assert.Equal(Linkage.Static, read.EntryPoint.Linkage);
        Assert.Equal(LibcKind.Glibc, read.Libc.Kind);
        Assert.Equal("nonroot", read.Accounts.Name);
        Assert.Equal(before, await TestEngine.DockerAsync("ps", "-aq", "--filter", $"label={EngineImage.Label}"));
    }

    [Fact]
    public async Task An_image_that_the_engine_does_not_have_is_not_found()
    {
        using var connection = TestContainers.Connect();

        var error = await Assert.ThrowsAsync<DebugDeckException>(() => EngineImage.OpenAsync(connection, "ddtest/never-built", Token));

        Assert.Equal(ErrorKind.NotFound, error.Kind);
    }

    [Theory]
    [InlineData("ddtest/distroless")]
    [InlineData("ddtest/debian-slim")]
    [InlineData("ddtest/busybox")]
    [InlineData("ddtest/scratch-static")]
    public async Task What_docker_save_writes_reads_the_same_as_the_engines_own_image(string reference)
    {
        using var connection = TestContainers.Connect();
        var file = Path.Combine(Path.GetTempPath(), $"ddsave-{Guid.NewGuid():N}.tar");
        try
        {
            await TestEngine.DockerAsync("save", "-o", file, reference);
            await using var archive = await ImageArchive.OpenAsync(file, Token);
            await using var image = await EngineImage.OpenAsync(connection, reference, Token);

            var (here, there) = (await ReadAsync(archive), await ReadAsync(image));

            Assert.Empty(archive.Problems);
            Assert.Equal(image.Facts.Entrypoint, archive.Facts.Entrypoint);
            Assert.Equal(image.Facts.Cmd, archive.Facts.Cmd);
            Assert.Equal(image.Facts.User, archive.Facts.User);
            Assert.Equal(image.Facts.Created!.Value, archive.Facts.Created!.Value, TimeSpan.FromMilliseconds(1));
            Assert.Equal(Told(there), Told(here));
        }
        finally
        {
            File.Delete(file);
        }
    }

    // What decides; the ways differ in how they tell owners and times.
    private static string Told(ContainerReadings read) => string.Join('\n',
        $"{read.EntryPoint.Path} {read.EntryPoint.Linkage} {read.EntryPoint.Interpreter} {read.EntryPoint.Runtime?.Id} {string.Join(',', read.EntryPoint.Problems.Select(problem => problem.Rule))}",
        $"{read.Libc.Kind} {read.Libc.Version}",
        $"{read.Shell.Verdict} {read.Shell.Path} {read.Shell.Kind}",
        $"{read.PackageManager.Name} {read.Packages.Format} {read.Packages.Packages.Count}",
        $"{read.Accounts.UserId} {read.Accounts.GroupId} {read.Accounts.Name} {read.Accounts.Home} {read.Tmp.IsPresent} {read.Tmp.IsWritable}");

    private static async Task<ContainerReadings> ReadAsync(IImageSource image)
    {
        var question = new ContainerQuestion(ContainerSetting.From(image.Facts));
        return question.Answer(await CaptureRounds.RunAsync(image.Files, [question], Token));
    }
}
