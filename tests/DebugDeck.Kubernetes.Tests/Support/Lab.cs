using System.Text.Json;
using System.Text.Json.Nodes;
using DebugDeck.Core.Targets;
using DebugDeck.Kubernetes.Connection;
using DebugDeck.Kubernetes.Pods;
using DebugDeck.Kubernetes.Sessions;
using DebugDeck.Practice.Faults;
using DebugDeck.Practice.Server;

namespace DebugDeck.Kubernetes.Tests.Support;

/// <summary>
/// The cluster that integration tests run against: a practice cluster in this process, or the real one that <c>DEBUGDECK_TEST_KUBECONFIG</c> names.
/// A real one has only the user of that kubeconfig and cannot be spoiled, so tests that need more are skipped there and say so.
/// </summary>
public sealed class Lab : IAsyncLifetime
{
    private static readonly string? RealKubeconfig = Environment.GetEnvironmentVariable("DEBUGDECK_TEST_KUBECONFIG") is { Length: > 0 } path ? path : null;

    private readonly Dictionary<string, KubeConnection> _connections = [];
    private PracticeCluster? _practice;

    public static bool IsReal => RealKubeconfig is not null;

    /// <summary>The practice cluster's switch; skips the test on a real cluster.</summary>
    public FaultSwitch Faults
    {
        get
        {
            Assert.SkipWhen(IsReal, "faults are made by the practice cluster only");
            return _practice!.Faults;
        }
    }

    /// <summary>The practice cluster; skips the test on a real cluster.</summary>
    public PracticeCluster Practice
    {
        get
        {
            Assert.SkipWhen(IsReal, "needs the practice cluster");
            return _practice!;
        }
    }

    internal KubeConnection Admin => As("admin");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<Lab> StartAsync()
    {
        var lab = new Lab();
        await lab.InitializeAsync();
        return lab;
    }

    public async ValueTask InitializeAsync()
    {
        if (!IsReal)
        {
            _practice = await PracticeCluster.StartAsync(new PracticeOptions(), Token);
        }
    }

    /// <summary>The kubeconfig of a user: admin, developer, readonly or execonly.</summary>
    public string Kubeconfig(string user)
    {
        Assert.SkipWhen(IsReal && user != "admin", $"the user {user} exists in the practice cluster only");
        return RealKubeconfig ?? _practice!.KubeconfigPaths[user];
    }

    /// <summary>A connection as one of the users; it goes with the lab.</summary>
    internal KubeConnection As(string user)
    {
        var kubeconfig = Kubeconfig(user);
        if (!_connections.TryGetValue(user, out var connection))
        {
            _connections[user] = connection = KubeAccess.To(kubeconfig);
        }

        return connection;
    }

    /// <summary>A running container of the first pod whose name begins like one of these; the test is skipped where there is none.</summary>
    internal async Task<Target> TargetAsync(string ns, string container, params string[] beginnings)
    {
        var pods = await PodsAsync(ns);
        var pod = beginnings.Select(beginning => pods.FirstOrDefault(pod => pod.Metadata.Name.StartsWith(beginning, StringComparison.Ordinal))).FirstOrDefault(pod => pod is not null);
        Assert.SkipWhen(pod is null, $"there is no pod {string.Join(" or ", beginnings)} in {ns}");
        return PodTargets.From(pod!, Admin.Context.Name, new Shared()).Single(target => target.Container == container);
    }

    /// <summary>A target without a shell: distroless, uid 65532.</summary>
    internal Task<Target> ShelllessAsync() => TargetAsync("shop", "app", "checkout");

    /// <summary>A target with a shell and coreutils.</summary>
    internal Task<Target> DebianAsync() => TargetAsync("shop", "app", "catalog", "payments");

    internal async Task<IReadOnlyList<PodDocument>> PodsAsync(string ns)
    {
        using var response = await Admin.SendAsync(() => Admin.Request(HttpMethod.Get, $"api/v1/namespaces/{ns}/pods"), Token);
        await using var body = await response.Content.ReadAsStreamAsync(Token);
        return (await JsonSerializer.DeserializeAsync(body, PodJson.Default.PodListDocument, Token))!.Items;
    }

    /// <summary>A busybox pod in the namespace shop that runs a script, once its container has started.</summary>
    internal async Task<LabPod> CreatePodAsync(string script, bool restarts = false)
    {
        var name = $"debugdeck-test-{Guid.NewGuid().ToString("N")[..8]}";
        var pod = new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Pod",
            ["metadata"] = new JsonObject { ["name"] = name },
            ["spec"] = new JsonObject
            {
                ["restartPolicy"] = restarts ? "Always" : "Never",
                ["terminationGracePeriodSeconds"] = 0,
                ["containers"] = new JsonArray(new JsonObject { ["name"] = "app", ["image"] = "busybox:1.36", ["command"] = new JsonArray("sh", "-c", script.Replace("$", "$$")) }),
            },
        };
        await new PodWrites(Admin).CreateAsync("shop", pod.ToJsonString(), Token);
        await UntilAsync(async () => (await TargetAsync("shop", "app", name)).StartedAt is not null);
        return new LabPod(this, await TargetAsync("shop", "app", name));
    }

    /// <summary>A pod of the namespace shop that keeps crashing, once it has ended and nobody can take it for one that runs.</summary>
    internal async Task<PodDocument> CrashingAsync()
    {
        PodDocument? pod = null;
        await UntilAsync(async () =>
        {
            pod = (await PodsAsync("shop")).FirstOrDefault(pod => pod.Metadata.Name.StartsWith("crash", StringComparison.Ordinal));
            Assert.SkipWhen(pod is null, "there is no pod crash… in shop");
            return pod!.Status.ContainerStatuses is [{ RestartCount: > 0 }];
        });
        return pod!;
    }

    /// <summary>Waits for something, for half a minute at most.</summary>
    internal static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var began = TimeProvider.System.GetTimestamp(); !await holds();)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(30), "it has not come to pass");
            await Task.Delay(100, Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _connections.Values)
        {
            connection.Dispose();
        }

        if (_practice is not null)
        {
            await _practice.DisposeAsync();
        }
    }
}
