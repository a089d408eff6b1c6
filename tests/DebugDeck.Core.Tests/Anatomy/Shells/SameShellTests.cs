using DebugDeck.Core.Shells;
using DebugDeck.TestKit;

namespace DebugDeck.Core.Tests.Anatomy.Shells;

/// <summary>The anatomy and the list name the same shell of an image, whoever looks.</summary>
public sealed class SameShellTests
{
    public static TheoryData<string, Func<ImageTree>> Images => new()
    {
        { "scratch", SampleImages.Scratch },
        { "distroless", SampleImages.DistrolessBase },
        { "distroless debug", SampleImages.DistrolessDebug },
        { "alpine", SampleImages.Alpine },
        { "wolfi", () => SampleImages.Wolfi(dev: true) },
        { "debian", SampleImages.Debian },
        { "ubuntu", SampleImages.Ubuntu },
        { "ubi", SampleImages.Ubi },
        { "busybox", SampleImages.Busybox },
        { "bash alone", () => new ImageTree().File("/usr/local/bin/bash", mode: 0x1ED) },
        { "a shell that nobody may run", () => new ImageTree().File("/bin/sh") },
    };

    [Theory]
    [MemberData(nameof(Images))]
    public async Task Whoever_looks_finds_the_same(string what, Func<ImageTree> image)
    {
        var tree = image();
        var found = await ShellSearch.FindAsync(tree.StatAsync, TestContext.Current.CancellationToken);

        var anatomy = await new ImageSubject(tree).ReadAsync(TestContext.Current.CancellationToken);

        Assert.Equal((what, found.Verdict, found.Path), (what, anatomy.Readings.Shell.Verdict, anatomy.Readings.Shell.Path));
    }

    [Fact]
    public async Task The_way_in_takes_the_shell_that_is_best_to_work_in()
    {
        var tree = new ImageTree().File("/bin/sh", mode: 0x1ED).File("/bin/bash", mode: 0x1ED);

        var anatomy = await new ImageSubject(tree).ReadAsync(TestContext.Current.CancellationToken);

        Assert.Equal(("/bin/sh", "/bin/bash"), (anatomy.Readings.Shell.Path, anatomy.Readings.Shell.Comfortable));
        Assert.Contains(anatomy.WaysIn, way => way.Id == "exec" && way.Command.Contains("--entrypoint /bin/bash", StringComparison.Ordinal) && way.Why == "it has bash at /bin/bash");
    }
}
