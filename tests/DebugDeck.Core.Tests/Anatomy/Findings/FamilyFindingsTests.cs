using DebugDeck.TestKit;

namespace DebugDeck.Core.Tests.Anatomy.Findings;

public sealed class FamilyFindingsTests
{
    [Theory]
    [InlineData("3.18.4", true)]
    [InlineData("3.22.1", false)]
    [InlineData("3.99.0", false)]
    [InlineData("3", false)]
    [InlineData("edge", false)]
    public async Task A_release_that_has_ended_is_told_and_one_that_lives_is_not(string version, bool isEnded)
    {
        var tree = SampleImages.Alpine().Program("/app").File("/usr/lib/os-release", $"ID=alpine\nVERSION_ID={version}\n").File("/etc/alpine-release", version);

        var anatomy = await new ImageSubject(tree).ReadAsync(TestContext.Current.CancellationToken);

        Assert.Equal(isEnded, anatomy.Findings.Any(finding => finding.Rule == "base.end-of-life"));
    }

    [Theory]
    [InlineData(25, false)]
    [InlineData(399, false)]
    [InlineData(700, true)]
    public async Task A_size_is_held_against_what_the_family_usually_has(long megabytes, bool isTold)
    {
        var subject = new ImageSubject(SampleImages.Alpine().Program("/app"));

        var anatomy = await new ImageSubject(subject.Tree) { Facts = subject.Facts with { SizeBytes = megabytes * 1_000_000 } }.ReadAsync(TestContext.Current.CancellationToken);

        Assert.Equal(isTold, anatomy.Findings.Any(finding => finding.Rule == "image.size"));
    }

    [Theory]
    [InlineData("docker.io/library/alpine:3.22", "alpine")]
    [InlineData("registry.access.redhat.com/ubi9/ubi-micro:9.6", "ubi-micro")]
    [InlineData("gcr.io/distroless/base-debian12", null)]
    [InlineData("registry.example.com/base/alpinejs:1", null)]
    public async Task The_base_that_the_build_noted_is_held_against_the_files(string name, string? family)
    {
        var subject = new ImageSubject(SampleImages.DistrolessBase().Program("/app"));
        var labels = new Dictionary<string, string> { ["org.opencontainers.image.base.name"] = name };

        var anatomy = await new ImageSubject(subject.Tree) { Facts = subject.Facts with { Labels = labels } }.ReadAsync(TestContext.Current.CancellationToken);

        Assert.Equal("distroless", anatomy.Family.Id);
        Assert.Equal(family, anatomy.Family.Contradictions.SingleOrDefault()?.Family);
    }
}
