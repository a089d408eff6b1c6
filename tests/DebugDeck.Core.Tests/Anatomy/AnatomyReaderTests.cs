using DebugDeck.Core.Anatomy.Families;
using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Shells;
using DebugDeck.TestKit;

namespace DebugDeck.Core.Tests.Anatomy;

public sealed class AnatomyReaderTests
{
    [Fact]
    public async Task A_distroless_image_is_read_in_few_rounds()
    {
        var subject = new ImageSubject(SampleImages.DistrolessBase().Program("/app"));

        var anatomy = await subject.ReadAsync(TestContext.Current.CancellationToken);

        Assert.InRange(subject.Tree.Rounds, 1, 5);
        Assert.Equal(("distroless", "base", "12"), (anatomy.Family.Id, anatomy.Family.Variant, anatomy.Family.Version));
        Assert.Equal((ShellVerdict.No, 65532L, "nonroot"), (anatomy.Readings.Shell.Verdict, anatomy.Readings.Accounts.UserId, anatomy.Readings.Accounts.Name));
        Assert.Equal("2.36", anatomy.Readings.Libc.Version);
    }

    [Theory]
    [InlineData(".env", "files.secrets")]
    [InlineData(".git/HEAD", "files.history")]
    [InlineData(".venv/bin/python", "files.workshop")]
    public async Task What_should_have_stayed_out_is_found_in_a_tree_that_is_known(string file, string rule)
    {
        var anatomy = await new ImageSubject(SampleImages.Alpine().Program("/app").File($"/srv/shop/{file}", "x")).ReadAsync(TestContext.Current.CancellationToken);

        Assert.Contains(anatomy.Findings, finding => finding.Rule == rule);
        Assert.True(anatomy.Sightings.IsComplete);
    }

    [Fact]
    public async Task Keys_in_libraries_and_in_node_modules_are_nobodys_secret()
    {
        var tree = SampleImages.Alpine().Program("/app").File("/usr/share/doc/x/id_rsa", "x").File("/app2/node_modules/ssh2/test/id_rsa", "x").File("/app2/environment", "x");

        var anatomy = await new ImageSubject(tree).ReadAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain(anatomy.Findings, finding => finding.Rule == "files.secrets");
    }

    [Fact]
    public async Task Programs_of_root_and_open_directories_are_told_with_their_modes()
    {
        var tree = SampleImages.DebianSlim().Program("/app").File("/usr/bin/su", "x", 0x9ED).Folder("/srv/data", 0x1FF).Folder("/srv/sticky", 0x3FF);

        var anatomy = await new ImageSubject(tree).ReadAsync(TestContext.Current.CancellationToken);

        Assert.Equal("/usr/bin/su", Assert.Single(anatomy.Sightings.SetUser).Path);
        Assert.Equal("/srv/data", Assert.Single(anatomy.Sightings.WorldWritable).Path);
        Assert.Contains(anatomy.Findings, finding => finding is { Rule: "files.world-writable", Severity: Severity.Warning } && finding.Evidence.Any(evidence => evidence.Detail == "mode 777"));
    }

    [Theory]
    [InlineData("1970-01-01", true, null)]
    [InlineData("1980-01-01", true, null)]
    [InlineData("2026-02-25", false, null)]
    [InlineData("2026-01-20", false, Severity.Info)]
    [InlineData("2025-01-20", false, Severity.Warning)]
    public async Task Age_counts_from_a_date_that_means_something(string created, bool isPlaceholder, Severity? severity)
    {
        var subject = new ImageSubject(SampleImages.Alpine().Program("/app"));
        var dated = new ImageSubject(subject.Tree) { Facts = subject.Facts with { Created = DateTimeOffset.Parse(created + "Z", System.Globalization.CultureInfo.InvariantCulture) } };

        var anatomy = await dated.ReadAsync(TestContext.Current.CancellationToken);

        var age = anatomy.Findings.SingleOrDefault(finding => finding.Rule == "image.age");
        Assert.Equal(isPlaceholder, anatomy.Image.HasPlaceholderDate);
        Assert.Equal(isPlaceholder ? Severity.Info : severity, age?.Severity);
        Assert.Equal(isPlaceholder, anatomy.Image.Created is null);
    }

    [Theory]
    [InlineData("shop", Severity.Warning)]
    [InlineData("shop:latest", Severity.Warning)]
    [InlineData("shop:main", Severity.Warning)]
    [InlineData("python:3.12-slim", Severity.Info)]
    [InlineData("debian:bookworm-slim", Severity.Info)]
    [InlineData("shop:1.4.2", null)]
    [InlineData("python:3.12.4-slim-bookworm", null)]
    [InlineData("shop@sha256:9b1d6f0c2e3a4b5c6d7e8f90112233445566778899aabbccddeeff0011223344", null)]
    public async Task A_name_that_may_mean_another_image_tomorrow_is_told(string reference, Severity? severity)
    {
        var subject = new ImageSubject(SampleImages.Alpine().Program("/app"));

        var anatomy = await new ImageSubject(subject.Tree) { Facts = subject.Facts with { Reference = reference } }.ReadAsync(TestContext.Current.CancellationToken);

        Assert.Equal(severity, anatomy.Findings.SingleOrDefault(finding => finding.Rule == "image.mutable-tag")?.Severity);
    }

    [Fact]
    public async Task A_base_that_gets_no_fixes_any_more_is_told_with_whoever_says_so()
    {
        var tree = SampleImages.Alpine().Program("/app").File("/usr/lib/os-release", "ID=alpine\nVERSION_ID=3.18.4\n");

        var anatomy = await new ImageSubject(tree).ReadAsync(TestContext.Current.CancellationToken);

        var ended = Assert.Single(anatomy.Findings, finding => finding.Rule == "base.end-of-life");
        Assert.Equal(("Alpine Linux 3.18 has had no fixes since 2025-05-09", Severity.Warning), (ended.Title, ended.Severity));
        Assert.Equal(["https://alpinelinux.org/releases/"], ended.Links);
    }

    [Fact]
    public async Task Files_that_lie_about_their_family_are_a_warning_and_a_name_that_does_is_information()
    {
        var subject = new ImageSubject(SampleImages.DebianSlim().Program("/app").File("/usr/lib/os-release", "ID=alpine\n"));

        var anatomy = await new ImageSubject(subject.Tree) { Facts = subject.Facts with { Reference = "shop:1.4.2-alpine" } }.ReadAsync(TestContext.Current.CancellationToken);

        Assert.Equal([Severity.Warning, Severity.Info], anatomy.Findings.Where(finding => finding.Rule == "family.contradiction").Select(finding => finding.Severity));
        Assert.Equal("debian-slim", anatomy.Family.Id);
        Assert.Contains(anatomy.Family.Contradictions, other => other.Kind == SignKind.Text);
    }
}
