using DebugDeck.Core.Anatomy.Remembering;
using DebugDeck.TestKit;
using Microsoft.Extensions.Time.Testing;

namespace DebugDeck.Core.Tests.Anatomy.Remembering;

public sealed class AnatomyCacheTests : IDisposable
{
    private const string Digest = "sha256:9b1d6f0c2e3a4b5c6d7e8f90112233445566778899aabbccddeeff0011223344";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("debugdeck-cache");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_look_survives_the_program_and_is_found_by_whatever_a_host_calls_the_digest()
    {
        var token = TestContext.Current.CancellationToken;
        var look = (await new ImageSubject(SampleImages.DistrolessJava().Program("/app").File("/srv/.env")).ReadAsync(token)).Look;
        await Cache().RememberAsync([Digest], look, token);

        var found = await Cache().FindAsync($"docker-pullable://registry/x@{Digest}", token);

        Assert.Equal(ImageSubject.Now, found!.At);
        Assert.Equal((look.Family.Id, look.Family.Variant, look.Family.Confidence), (found.Look.Family.Id, found.Look.Family.Variant, found.Look.Family.Confidence));
        Assert.Equal(look.Family.Evidence, found.Look.Family.Evidence);
        Assert.Equal(look.Readings.Packages.Packages, found.Look.Readings.Packages.Packages);
        Assert.Equal(look.Readings.Accounts.Account, found.Look.Readings.Accounts.Account);
        Assert.Equal(look.Sightings.Junk, found.Look.Sightings.Junk);
    }

    [Fact]
    public async Task Nobody_else_may_read_what_runs_on_a_machine()
    {
        var token = TestContext.Current.CancellationToken;
        await Cache().RememberAsync([Digest], new(), token);

        var file = Assert.Single(_folder.GetFiles("*", SearchOption.AllDirectories));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, file.UnixFileMode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sha256:abc")]
    [InlineData("sha256:../../../../etc/passwd0000000000000000000000000000000000000000000000")]
    public async Task What_is_no_digest_never_becomes_a_path(string digest)
    {
        await Cache().RememberAsync([digest], new(), TestContext.Current.CancellationToken);

        Assert.Empty(_folder.GetFiles("*", SearchOption.AllDirectories));
        Assert.Null(await Cache().FindAsync(digest, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_damaged_file_is_as_good_as_none()
    {
        var token = TestContext.Current.CancellationToken;
        await Cache().RememberAsync([Digest], new(), token);
        await File.WriteAllTextAsync(Assert.Single(_folder.GetFiles("*", SearchOption.AllDirectories)).FullName, "{\"at\":", token);

        Assert.Null(await Cache().FindAsync(Digest, token));
    }

    private AnatomyCache Cache() => new(_folder.FullName, new FakeTimeProvider(ImageSubject.Now));
}
