using System.Collections.Concurrent;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Debugging.Planning;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Playbooks.Files;
using DebugDeck.Core.Playbooks.Running;
using DebugDeck.Core.Playbooks.Triage;
using DebugDeck.Core.Targets;
using DebugDeck.Kubernetes.Tests.Support;

namespace DebugDeck.Kubernetes.Tests.Playbooks;

/// <summary>
/// Runs playbooks on the built-in world, as <c>debugdeck run</c> does with <c>--yes</c>. Each user has a cluster of its own, so that nobody takes up what another
/// has started. What is said about a pod is said in order; different pods are looked at side by side.
/// </summary>
public sealed class PlaybookLab : IAsyncLifetime
{
    private const int MostAtOnce = 6;

    public static IReadOnlyList<string> Users { get; } = ["admin", "developer", "readonly"];

    private readonly Dictionary<string, TestCluster> _clusters = [];
    private readonly Dictionary<string, IContainerHost> _hosts = [];
    private readonly ConcurrentDictionary<(string User, string Address), Lazy<Task<IReadOnlyDictionary<string, RunReport>>>> _runs = [];
    private readonly SemaphoreSlim _turn = new(MostAtOnce);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        foreach (var user in Users)
        {
            _clusters[user] = await TestCluster.PracticeAsync();
            _hosts[user] = _clusters[user].Host(user, NamespaceScope.Of("shop", "base", "locked"));
        }
    }

    /// <summary>Begins with many runs, so that they are under way while the first is waited for.</summary>
    internal void Begin(IEnumerable<(string User, string Address, IReadOnlyList<string> Playbooks)> runs)
    {
        foreach (var (user, address, playbooks) in runs)
        {
            _ = RunsAsync(user, address, playbooks);
        }
    }

    /// <summary>The run of one playbook.</summary>
    internal async Task<RunReport> RunAsync(string user, string address, string playbook) => (await RunsAsync(user, address, [playbook]))[playbook];

    /// <summary>The runs of several playbooks on one target, one after the other.</summary>
    internal Task<IReadOnlyDictionary<string, RunReport>> RunsAsync(string user, string address, IReadOnlyList<string> playbooks) =>
        _runs.GetOrAdd((user, $"{address} {string.Join(' ', playbooks)}"), _ => new(() => TakeTurnAsync(user, address, playbooks))).Value;

    /// <summary>What <c>triage</c> says of a broken workload, once it says something: a container needs a moment to write its log, or to end.</summary>
    internal async Task<TriageReport> TriageAsync(string user, string address)
    {
        var target = await FindAsync(user, address);
        TriageReport? report = null;
        await Lab.UntilAsync(async () => (report = await TriageLook.TakeAsync(
            _hosts[user], target, PlaybookLibrary.Builtin.Playbooks, TimeProvider.System, new Words(), Token)).Suggestions.Count > 0);
        return report!;
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_runs.Values.Where(run => run.IsValueCreated).Select(run => run.Value.ContinueWith(static _ => { }, TaskScheduler.Default)));
        foreach (var cluster in _clusters.Values)
        {
            await cluster.DisposeAsync();
        }

        _turn.Dispose();
    }

    private async Task<IReadOnlyDictionary<string, RunReport>> TakeTurnAsync(string user, string address, IReadOnlyList<string> playbooks)
    {
        await _turn.WaitAsync(Token);
        try
        {
            var target = await FindAsync(user, address);
            if (BrokenWorkload.All.Any(workload => workload.Address == address))
            {
                await TriageAsync(user, address);
            }

            var reports = new Dictionary<string, RunReport>();
            foreach (var name in playbooks)
            {
                IDebugSession? session = null;
                var settings = new RunSettings { OpenSession = async (_, words, token) => session = await OpenAsync(_hosts[user], target, words, token), Words = new Words() };
                reports[name] = await new PlaybookRunner(_hosts[user], target, PlaybookLibrary.Builtin.Find(name)!, settings).RunAsync(null, Token);
                await (session?.DisposeAsync() ?? ValueTask.CompletedTask);
            }

            return reports;
        }
        finally
        {
            _turn.Release();
        }
    }

    private static async Task<IDebugSession> OpenAsync(IContainerHost host, Target target, IProgress<string> words, CancellationToken cancellationToken)
    {
        var plan = await host.PlanAsync(target, new DebugRequest(), cancellationToken);
        return plan.IsPossible
            ? await host.StartAsync(plan, words, cancellationToken)
            : throw PlanRefusal.Of(plan);
    }

    private async Task<Target> FindAsync(string user, string address)
    {
        IReadOnlyList<Target> found = [];
        await Lab.UntilAsync(async () => (found = await _hosts[user].FindAsync(TargetAddress.Parse(address), Token)).Count > 0);
        return found[0];
    }
}
