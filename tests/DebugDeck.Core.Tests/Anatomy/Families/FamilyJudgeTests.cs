using DebugDeck.Core.Anatomy.Families;
using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Files.Capture;
using DebugDeck.Core.Targets.Details;
using DebugDeck.TestKit;

namespace DebugDeck.Core.Tests.Anatomy.Families;

public sealed class FamilyJudgeTests
{
    public static TheoryData<string, Func<ImageTree>, string?, string?> Layouts => new()
    {
        { "scratch", SampleImages.Scratch, null, null },
        { "distroless", () => SampleImages.DistrolessStatic(), "static", "12" },
        { "distroless", () => SampleImages.DistrolessStatic("13"), "static", "13" },
        { "distroless", () => SampleImages.DistrolessStatic("11"), "static", "11" },
        { "distroless", SampleImages.DistrolessBaseNoSsl, "base-nossl", "12" },
        { "distroless", SampleImages.DistrolessBase, "base", "12" },
        { "distroless", SampleImages.DistrolessCc, "cc", "12" },
        { "distroless", SampleImages.DistrolessJava, "java", "12" },
        { "distroless", SampleImages.DistrolessNode, "nodejs", "12" },
        { "distroless", SampleImages.DistrolessPython, "python", "12" },
        { "distroless", SampleImages.DistrolessDebug, "static-debug", "12" },
        { "wolfi", () => SampleImages.Wolfi(), null, "20230201" },
        { "wolfi", () => SampleImages.Wolfi(dev: true), "dev", "20230201" },
        { "chainguard", () => SampleImages.Wolfi(id: "chainguard"), null, "20230201" },
        { "alpine", SampleImages.Alpine, null, "3.22.1" },
        { "debian", SampleImages.Debian, null, "12" },
        { "debian-slim", SampleImages.DebianSlim, null, "12" },
        { "ubuntu", SampleImages.Ubuntu, null, "24.04" },
        { "ubuntu-chiselled", () => SampleImages.UbuntuChiselled(), "manifest", "24.04" },
        { "ubuntu-chiselled", () => SampleImages.UbuntuChiselled(manifest: false), "no-manifest", "24.04" },
        { "ubi", SampleImages.Ubi, "standard", "9.6" },
        { "ubi-minimal", SampleImages.UbiMinimal, "minimal", "9.6" },
        { "ubi-micro", SampleImages.UbiMicro, "micro", "9.6" },
        { "azurelinux", SampleImages.AzureLinux, null, "3.0" },
        { "azurelinux-distroless", SampleImages.AzureLinuxDistroless, null, "3.0" },
        { "hummingbird", SampleImages.Hummingbird, null, "20260801" },
        { "dhi", SampleImages.DockerHardened, null, "13" },
        { "busybox", SampleImages.Busybox, null, null },
        { "fedora", () => SampleImages.OfRelease("fedora", "Fedora Linux", "43"), null, "43" },
        { "rocky", () => SampleImages.OfRelease("rocky", "Rocky Linux", "9.6"), null, "9.6" },
        { "amazonlinux", () => SampleImages.OfRelease("amzn", "Amazon Linux", "2023"), null, "2023" },
        { "opensuse", () => SampleImages.OfRelease("opensuse-leap", "openSUSE Leap", "16.0"), null, "16.0" },
        { "photon", () => SampleImages.OfRelease("photon", "VMware Photon OS", "5.0"), null, "5.0" },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task A_familys_own_layout_is_recognised_without_any_name_or_label(string family, Func<ImageTree> image, string? variant, string? version)
    {
        var fact = await JudgeAsync(image());

        Assert.Equal((family, variant, version), (fact.Id, fact.Variant, fact.Version));
        Assert.True(fact.Confidence >= Confidence.Medium, $"{fact.Confidence}: {string.Join(", ", fact.Evidence)}");
        Assert.NotEmpty(fact.Evidence);
        Assert.Empty(fact.Contradictions);
    }

    [Fact]
    public async Task An_os_release_of_alpine_does_not_make_debian_alpine()
    {
        var fact = await JudgeAsync(SampleImages.DebianSlim().File("/usr/lib/os-release", "ID=alpine\nVERSION_ID=3.22.1\n"));

        Assert.Equal(("debian-slim", "12", Confidence.Medium), (fact.Id, fact.Version, fact.Confidence));
        Assert.Contains(fact.Contradictions, other => other is { Family: "alpine", Kind: SignKind.Text });
    }

    [Fact]
    public async Task An_os_release_of_alpine_over_a_bare_glibc_is_nothing_that_can_be_named()
    {
        var fact = await JudgeAsync(new ImageTree().File("/etc/os-release", "ID=alpine\n").Program("/lib64/ld-linux-x86-64.so.2"));

        Assert.Equal(FamilyFact.UnknownId, fact.Id);
        Assert.Contains(fact.Contradictions, other => other.Family == "alpine");
    }

    [Fact]
    public async Task Labels_and_a_name_that_lie_lower_nothing_and_are_told()
    {
        var image = new ImageFacts { Reference = "shop:alpine", Labels = new Dictionary<string, string> { ["name"] = "ubi9/ubi-micro" } };

        var fact = await JudgeAsync(SampleImages.DistrolessBase(), image);

        Assert.Equal(("distroless", Confidence.High), (fact.Id, fact.Confidence));
        Assert.Equal([("ubi-micro", SignKind.Label), ("alpine", SignKind.Reference)], fact.Contradictions.Select(other => (other.Family, other.Kind)));
    }

    [Fact]
    public async Task An_empty_os_release_says_nothing_and_the_rest_of_the_files_decide()
    {
        var fact = await JudgeAsync(SampleImages.Alpine().File("/usr/lib/os-release", ""));

        Assert.Equal(("alpine", "3.22.1"), (fact.Id, fact.Version));
    }

    [Fact]
    public async Task An_os_release_that_leads_out_of_the_image_stays_inside_and_leads_nowhere()
    {
        var image = new ImageTree().Link("/etc/os-release", "../../../../../../host/etc/os-release").Program("/app");

        var fact = await JudgeAsync(image);

        Assert.Equal(FamilyFact.UnknownId, fact.Id);
        Assert.Contains(fact.Evidence, evidence => evidence.Detail.Contains("leads nowhere in this image", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_scratch_image_with_copied_accounts_and_certificates_is_still_scratch()
    {
        var fact = await JudgeAsync(SampleImages.Scratch().File("/etc/passwd", "app:x:1000:1000::/:\n").File("/etc/ssl/certs/ca-certificates.crt", "-----BEGIN"));

        Assert.Equal(("scratch", Confidence.High), (fact.Id, fact.Confidence));
    }

    [Fact]
    public async Task A_lone_os_release_is_a_claim_and_no_more()
    {
        var fact = await JudgeAsync(SampleImages.Scratch().File("/etc/os-release", "ID=debian\nVERSION_ID=12\n"));

        Assert.Equal(("debian", Confidence.Low), (fact.Id, fact.Confidence));
    }

    [Fact]
    public async Task Labels_tell_a_hardened_image_from_the_debian_that_it_is_made_of()
    {
        var image = new ImageFacts
        {
            Reference = "dhi.io/python:3.13",
            Labels = new Dictionary<string, string> { ["com.docker.dhi.name"] = "dhi/python", ["com.docker.dhi.variant"] = "runtime", ["com.docker.dhi.distro"] = "debian-13" },
        };

        var fact = await JudgeAsync(SampleImages.DebianSlim(), image);

        Assert.Equal(("dhi", "runtime", "debian-13"), (fact.Id, fact.Variant, fact.Version));
    }

    [Theory]
    [InlineData("gcr.io/distroless/java21-debian13:debug", "distroless", "java-debug", "13", Confidence.Low)]
    [InlineData("mcr.microsoft.com/azurelinux/distroless/base:3.0", "azurelinux-distroless", null, "3.0", Confidence.Low)]
    [InlineData("python:3.12-alpine3.20", "alpine", null, "3.20", Confidence.Low)]
    [InlineData("mcr.microsoft.com/dotnet/aspnet:8.0-jammy-chiseled", "ubuntu-chiselled", null, "22.04", Confidence.Low)]
    [InlineData("registry.corp/shop/checkout:1.4.2", "unknown", null, null, Confidence.None)]
    public void Without_files_the_name_is_a_guess_and_called_one(string reference, string family, string? variant, string? version, Confidence confidence)
    {
        var fact = FamilyJudge.Judge(new ImageClues(FileCapture.Empty, reference));

        Assert.Equal((family, variant, version, confidence), (fact.Id, fact.Variant, fact.Version, fact.Confidence));
    }

    private static async Task<FamilyFact> JudgeAsync(ImageTree tree, ImageFacts? image = null)
    {
        var capture = await tree.CaptureAsync(FamilyRules.Wishes, TestContext.Current.CancellationToken);
        return FamilyJudge.Judge(new ImageClues(capture, image?.Reference ?? "", image));
    }
}
