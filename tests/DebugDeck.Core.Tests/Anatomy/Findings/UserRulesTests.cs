using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Targets;
using DebugDeck.Core.Targets.Details;
using DebugDeck.TestKit;

namespace DebugDeck.Core.Tests.Anatomy.Findings;

public sealed class UserRulesTests
{
    // USER of the image, runAsUser of pod or container (-1: none), runAsNonRoot, and what follows.
    [Theory]
    [InlineData("", -1, null, "user.root")]
    [InlineData("0", -1, null, "user.root")]
    [InlineData("root", -1, null, "user.root")]
    [InlineData("0:65532", -1, null, "user.root")]
    [InlineData("65532", 0, null, "user.root")]
    [InlineData("65532", -1, null, null)]
    [InlineData("nonroot", -1, null, null)]
    [InlineData("", 65532, null, null)]
    [InlineData("", -1, true, "user.run-as-non-root")]
    [InlineData("65532", 0, true, "user.run-as-non-root")]
    [InlineData("nonroot", -1, true, "user.run-as-non-root")]
    [InlineData("nonroot", 65532, true, null)]
    [InlineData("65532", -1, true, null)]
    [InlineData("", 65532, true, null)]
    [InlineData("", -1, false, "user.root")]
    [InlineData("1000", -1, null, "user.no-passwd-entry")]
    [InlineData("app", -1, null, "user.unknown-name")]
    [InlineData("app", 65532, null, null)]
    public async Task Who_it_runs_as_is_held_against_what_the_pod_wants(string user, int runAs, bool? nonRoot, string? rule)
    {
        var findings = await JudgeAsync(user, new SecurityFacts { UserId = runAs < 0 ? null : runAs, IdentitySource = runAs < 0 ? "" : "container spec", RunAsNonRoot = nonRoot });

        Assert.Equal(rule, findings.SingleOrDefault(finding => finding.Rule.StartsWith("user.", StringComparison.Ordinal))?.Rule);
    }

    [Theory]
    [InlineData(true, "It runs as root and privileged: root on the host, for all purposes")]
    [InlineData(false, "It runs as root")]
    public async Task A_privileged_root_is_told_from_a_plain_one(bool privileged, string title)
    {
        var findings = await JudgeAsync("", new SecurityFacts { Privileged = privileged });

        Assert.Equal((title, Severity.Warning), findings.Where(finding => finding.Rule == "user.root").Select(finding => (finding.Title, finding.Severity)).Single());
    }

    [Fact]
    public async Task Where_the_user_comes_from_is_the_evidence()
    {
        var findings = await JudgeAsync("65532", new SecurityFacts { UserId = 0, IdentitySource = "pod spec" });

        Assert.Contains(findings.Single(finding => finding.Rule == "user.root").Evidence, evidence => evidence.Source == "pod spec");
    }

    [Theory]
    [InlineData("65532", true)]
    [InlineData("", false)]
    public async Task Programs_of_root_only_matter_to_somebody_else(string user, bool isTold)
    {
        var findings = await JudgeAsync(user, new SecurityFacts(), Tree().File("/usr/bin/su", "x", 0x9ED));

        Assert.Equal(isTold, findings.Any(finding => finding.Rule == "files.setuid"));
    }

    private static ImageTree Tree() => SampleImages.DistrolessBase().Program("/app");

    private static async Task<IReadOnlyList<Finding>> JudgeAsync(string user, SecurityFacts security, ImageTree? tree = null)
    {
        var target = new Target { Id = "c0ffee", Address = TargetAddress.Parse("pod/shop"), Host = "prod", Name = "shop", Image = "shop:1.4.2", State = ContainerState.Running };
        var details = new TargetDetails { Target = target, Image = new ImageFacts { Reference = "shop:1.4.2", User = user, Entrypoint = ["/app"], Architecture = "amd64" }, Security = security };
        return (await AnatomyReader.ReadAsync(AnatomySubject.Of(details), tree ?? Tree(), ImageSubject.Now, TestContext.Current.CancellationToken)).Findings;
    }
}
