using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Anatomy.Remembering;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Settings;
using DebugDeck.Core.Shells;
using DebugDeck.Core.Targets;
using DebugDeck.Kubernetes.Tests.Support;

namespace DebugDeck.Kubernetes.Tests.Anatomies;

/// <summary>What pods are made of: by their own tools, through a session, and without either, where little is said and how sure it is.</summary>
public sealed class PodAnatomyTests(Lab lab) : IClassFixture<Lab>, IDisposable
{
    private readonly DirectoryInfo _cache = Directory.CreateTempSubdirectory("debugdeck-pod-anatomy-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("inventory", "alpine")]
    [InlineData("catalog", "debian-slim")]
    public async Task A_pod_with_tools_is_looked_at_with_them(string pod, string family)
    {
        await using var host = Host("admin");

        var anatomy = await Lookup().OfTargetAsync(host, await TargetAsync(host, "shop", pod), Token);

        Assert.Equal((true, family, Confidence.High), (anatomy.HasFiles, anatomy.Family.Id, anatomy.Family.Confidence));
        Assert.StartsWith("kubectl exec -it ", anatomy.WaysIn.First(way => way.Id == "exec").Command, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shop", "checkout", "distroless", "static", ShellVerdict.No)]
    [InlineData("shop", "pricing", "distroless", "java", ShellVerdict.No)]
    [InlineData("shop", "payments", "wolfi", null, ShellVerdict.No)]
    [InlineData("shop", "orders-api", "ubuntu-chiselled", null, ShellVerdict.No)]
    [InlineData("base", "ledger", "ubi-micro", null, ShellVerdict.Yes)]
    [InlineData("base", "beacon", "scratch", null, ShellVerdict.No)]
    public async Task A_pod_without_tools_is_told_honestly_before_a_session_and_rightly_with_one(string space, string pod, string family, string? variant, ShellVerdict shell)
    {
        await using var host = Host("admin");
        var target = await TargetAsync(host, space, pod);

        var before = await Lookup().OfTargetAsync(host, target, Token);
        Assert.Equal((false, FamilyIdOfNobody, Confidence.None), (before.HasFiles, before.Family.Id, before.Family.Confidence));
        Assert.Contains(before.Missing, why => why.Contains("the container's own tools cannot be used", StringComparison.Ordinal));
        Assert.Contains(before.WaysIn, way => way.Id == "session" && way.Command.EndsWith($"-n {space}", StringComparison.Ordinal));

        var plan = await host.PlanAsync(target, new DebugRequest(), Token);
        await using var session = await host.StartAsync(plan, new Progress<string>(), Token);
        var after = await Lookup().OfTargetAsync(host, await TargetAsync(host, space, pod), Token);
        await session.EndAsync(Token);

        Assert.Equal((true, family, variant, Confidence.High), (after.HasFiles, after.Family.Id, variant is null ? null : after.Family.Variant, after.Family.Confidence));
        Assert.Equal(shell, after.Readings.Shell.Verdict);
    }

    [Fact]
    public async Task Who_may_only_read_is_told_what_the_pod_says_and_why_it_is_not_more()
    {
        await using var host = Host("readonly");

        var anatomy = await Lookup().OfTargetAsync(host, await TargetAsync(host, "shop", "inventory"), Token);

        Assert.False(anatomy.HasFiles);
        Assert.Contains(anatomy.Missing, why => why.Contains("may not be entered", StringComparison.Ordinal));
        Assert.Contains(anatomy.Missing, why => why.Contains("debugdeck plan pod/", StringComparison.Ordinal));
        Assert.DoesNotContain(anatomy.WaysIn, way => way.Id is "exec" or "session" or "copy" or "files");
        Assert.All(anatomy.Readings.Shell.Evidence, evidence => Assert.NotEqual("file", evidence.Source));
    }

    [Fact]
    public async Task Who_may_only_read_profits_from_a_look_that_somebody_had()
    {
        await using var admin = Host("admin");
        await Lookup().OfTargetAsync(admin, await TargetAsync(admin, "shop", "inventory"), Token);
        await using var host = Host("readonly");

        var anatomy = await Lookup().FromOutsideAsync(host, await TargetAsync(host, "shop", "inventory"), Token);

        Assert.Equal(("alpine", true), (anatomy.Family.Id, anatomy.RememberedFrom is not null));
    }

    public void Dispose() => _cache.Delete(recursive: true);

    private const string FamilyIdOfNobody = Core.Anatomy.Families.FamilyFact.UnknownId;

    private static async Task<Target> TargetAsync(IContainerHost host, string space, string pod) =>
        (await host.ListAsync(Token)).Targets.First(target => target.Project == space && target.Name.StartsWith(pod, StringComparison.Ordinal) && target.Container == "app");

    private AnatomyLookup Lookup() => new(new AnatomyCache(_cache.FullName, TimeProvider.System), TimeProvider.System);

    private IContainerHost Host(string user)
    {
        Assert.SkipWhen(Lab.IsReal, "knows the practice cluster's pods");
        return Assert.Single(KubernetesHosts.Discover(new KubernetesHostsOptions
        {
            KubeConfig = lab.Kubeconfig(user),
            Scope = NamespaceScope.Of("shop", "base"),
            Environment = _ => null,
            Home = "/nowhere",
            CacheDirectory = _cache.FullName,
            Toolboxes = new ToolboxCatalog(UserSettings.Default),
            Clock = TimeProvider.System,
        }));
    }
}
