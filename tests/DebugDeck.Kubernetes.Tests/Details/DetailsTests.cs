using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Targets;
using DebugDeck.Core.Targets.Details;
using DebugDeck.Kubernetes.Details;
using DebugDeck.Kubernetes.Pods;
using DebugDeck.Kubernetes.Tests.Support;
using DebugDeck.Practice.Containers;
using k8s;
using k8s.Models;

namespace DebugDeck.Kubernetes.Tests.Details;

public sealed class DetailsTests
{
    private const string Everything = """
        {"metadata":{"name":"web","uid":"u1","namespace":"shop"},
         "spec":{"dnsPolicy":"None","dnsConfig":{"nameservers":["10.0.0.10"],"searches":["lab.svc"],"options":[{"name":"ndots","value":"2"},{"name":"edns0"}]},
          "hostAliases":[{"ip":"10.1.1.1","hostnames":["db","db.lab"]}],"shareProcessNamespace":true,
          "securityContext":{"runAsUser":1000,"runAsGroup":2000,"fsGroup":3000},
          "volumes":[{"name":"conf","configMap":{"name":"app-config"}},{"name":"data","persistentVolumeClaim":{"claimName":"data-0"}},{"name":"tmp","emptyDir":{"medium":"Memory"}}],
          "containers":[{"name":"app","image":"a:1","args":["--fast"],
            "env":[{"name":"TZ","value":"Europe/Berlin"},{"name":"PW","valueFrom":{"secretKeyRef":{"name":"db","key":"password"}}},{"name":"IP","valueFrom":{"fieldRef":{"fieldPath":"status.podIP"}}}],
            "envFrom":[{"prefix":"C_","configMapRef":{"name":"app-config"}}],
            "volumeMounts":[{"name":"conf","mountPath":"/etc/app/x","subPath":"x"},{"name":"data","mountPath":"/data"},{"name":"tmp","mountPath":"/tmp"}],
            "livenessProbe":{"httpGet":{"scheme":"HTTPS","port":8443,"path":"/healthz"},"periodSeconds":5},
            "readinessProbe":{"tcpSocket":{"port":"web"},"initialDelaySeconds":3},
            "resources":{"limits":{"memory":"128Mi"},"requests":{"cpu":"50m"}},
            "ports":[{"containerPort":8443}],
            "securityContext":{"runAsUser":65532,"capabilities":{"drop":["ALL"],"add":["NET_BIND_SERVICE"]},"readOnlyRootFilesystem":true}}]},
         "status":{"podIPs":[{"ip":"10.244.0.7"}],"conditions":[{"type":"Ready","status":"False","reason":"ContainersNotReady"}],
          "containerStatuses":[{"name":"app","image":"a:1","imageID":"","ready":false,"restartCount":2,"state":{"waiting":{"reason":"CrashLoopBackOff"}},
            "lastState":{"terminated":{"exitCode":137,"reason":"OOMKilled","finishedAt":"2026-11-23T03:11:40Z"}},"user":{"linux":{"uid":65532,"gid":2000}}}]}}
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Everything_that_a_pod_says_is_told()
    {
        var details = Map();

        Assert.Equal(
            [("C_*", null, "configMap app-config"), ("TZ", "Europe/Berlin", "spec"), ("PW", null, "secret db/password"), ("IP", null, "field status.podIP")],
            details.Environment.Select(variable => (variable.Name, variable.Value, variable.Source)));
        Assert.Equal(
            [new MountFact("/etc/app/x", "configMap app-config", true, "x"), new MountFact("/data", "pvc data-0", false), new MountFact("/tmp", "emptyDir in memory", false)], details.Mounts);
        Assert.Equal(
            [new ProbeFact("readiness", "tcp :web", "after 3 s, every 10 s, timeout 1 s, 3 failures"), new ProbeFact("liveness", "GET https://:8443/healthz", "every 5 s, timeout 1 s, 3 failures")],
            details.Probes);
        Assert.Equal(("None", "10.0.0.10", "lab.svc", "ndots:2 edns0"), (details.Network.DnsPolicy, details.Network.Nameservers[0], details.Network.Searches[0], string.Join(' ', details.Network.DnsOptions)));
        Assert.Equal("10.1.1.1 db db.lab", $"{details.Network.HostAliases[0].Address} {string.Join(' ', details.Network.HostAliases[0].Names)}");
        Assert.Equal(("128Mi", "50m"), (details.Resources["limits.memory"], details.Resources["requests.cpu"]));
        Assert.Equal(new EndFact(137, "OOMKilled", null, new DateTimeOffset(2026, 11, 23, 3, 11, 40, TimeSpan.Zero)), details.LastEnd);
        Assert.True(details.SharesProcesses);
        Assert.Equal([8443], details.Ports);
        Assert.Contains("its arguments are: --fast", Assert.Single(details.Missing), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_runtime_reports_of_the_identity_wins_over_the_specification()
    {
        var security = Map().Security;

        Assert.Equal((65532L, 2000L, "status", 3000L), (security.UserId!.Value, security.GroupId!.Value, security.IdentitySource, security.FsGroup!.Value));
        Assert.Equal("+NET_BIND_SERVICE -ALL", $"+{Assert.Single(security.AddedCapabilities)} -{Assert.Single(security.DroppedCapabilities)}");
        Assert.True(security.ReadOnlyRoot);
    }

    [Fact]
    public async Task Events_and_conditions_of_a_crashing_container_are_told()
    {
        await using var cluster = await TestCluster.PracticeAsync();
        var host = cluster.Host("developer");
        var target = Assert.Single(await host.FindAsync(TargetAddress.Parse("deploy/crash-loop"), Token));

        var details = await host.DetailsAsync(target, Token);

        Assert.Contains(details.Conditions, condition => condition.Type == "Ready");
        Assert.NotEmpty(details.Events);
        Assert.Equal(details.Events.OrderByDescending(one => one.At), details.Events);
    }

    [Fact]
    public async Task A_pod_that_is_gone_is_not_found()
    {
        await using var cluster = await TestCluster.PracticeAsync();
        var host = cluster.Host();
        var target = Assert.Single(await host.FindAsync(TargetAddress.Parse("pod/multi"), Token));
        cluster.Practice.State.Remove(ObjectKey.Pod("shop", "multi"));

        var error = await Assert.ThrowsAsync<DebugDeckException>(() => host.DetailsAsync(target, Token));

        Assert.Equal(ErrorKind.NotFound, error.Kind);
    }

    [Theory]
    [InlineData("admin", true, null)]
    [InlineData("execonly", false, "namespaces is forbidden")]
    public async Task Namespaces_to_choose_from_are_all_there_are_or_those_that_are_known(string user, bool mayListAll, string? reason)
    {
        await using var cluster = await TestCluster.PracticeAsync();

        var choices = await cluster.Host(user, null, "base").NamespacesAsync(Token);

        Assert.Equal(mayListAll, choices.MayListAll);
        Assert.Contains("shop", choices.Names);
        Assert.Contains("base", choices.Names);
        Assert.Contains(reason ?? "", choices.Reason ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_examination_says_who_we_are_and_what_is_missing()
    {
        await using var cluster = await TestCluster.PracticeAsync();

        var facts = await cluster.Host("readonly", NamespaceScope.Of("shop")).ExamineAsync(Token);

        Assert.StartsWith("readonly (", facts.Single(fact => fact.Subject == "whoami").Detail, StringComparison.Ordinal);
        Assert.True(facts.Single(fact => fact.Subject == "see pods in shop").IsGood);
        var debug = facts.Single(fact => fact.Subject == "add debug containers in shop");
        Assert.False(debug.IsGood);
        Assert.Contains("resources: [pods/ephemeralcontainers], verbs: [patch]", debug.Hint, StringComparison.Ordinal);
    }

    private static TargetDetails Map()
    {
        var slim = System.Text.Json.JsonSerializer.Deserialize(Everything, PodJson.Default.PodDocument)!;
        var target = PodTargets.From(slim, "test", new Shared()).Single();
        return DetailsMapper.Map(target, PodKey.Of(target), KubernetesJson.Deserialize<V1Pod>(Everything));
    }
}
