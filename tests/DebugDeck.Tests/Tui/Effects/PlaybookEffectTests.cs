using DebugDeck.Core.Hosts;
using DebugDeck.Core.Logs;
using DebugDeck.Core.Playbooks.Running;
using DebugDeck.Core.Streams;
using DebugDeck.TestKit;
using DebugDeck.Tui.Messages;
using DebugDeck.Tui.State;

namespace DebugDeck.Tests.Tui.Effects;

/// <summary>Playbooks on the screen run for real, on hosts that say what the test tells them to.</summary>
public sealed class PlaybookEffectTests
{
    [Fact]
    public async Task A_first_look_ranks_the_playbooks_and_a_run_comes_to_its_end()
    {
        var host = Host(HostKind.Docker);
        await using var deck = new Background(host);
        await RunAsync(deck, host);

        var done = await deck.UntilAsync(state => state.Page is RunPage { Phase: RunPhase.Done });

        Assert.Single(host.Started);
        Assert.Equal("connections", ((RunPage)done.Page!).Playbook.Name);
        Assert.Contains(((RunPage)done.Page!).Report!.Inputs, input => input.Value == "db.shop.svc");
        Assert.NotEmpty(done.Ailing);
    }

    [Fact]
    public async Task In_a_pod_nothing_is_started_before_the_user_says_so()
    {
        var host = Host(HostKind.Kubernetes);
        await using var deck = new Background(host);
        await RunAsync(deck, host);

        await deck.UntilAsync(state => state.Page is RunPage { Phase: RunPhase.Done, Plan: not null });
        Assert.Empty(host.Started);

        deck.Store.Dispatch(new RunMessage.Allowed());
        var done = await deck.UntilAsync(state => state.Page is RunPage { Phase: RunPhase.Done, Round: 1 });
        Assert.Single(host.Started);
        Assert.All(((RunPage)done.Page!).Report!.Steps, step => Assert.NotEqual(StepStatus.Missing, step.Status));
    }

    private static async Task RunAsync(Background deck, FakeHost host)
    {
        await deck.UntilAsync(state => state.Inventory.Rows.Length > 0);
        deck.Store.Dispatch(new RunMessage.ListAsked(TargetKey.Of(host.Targets[0])));
        await deck.UntilAsync(state => state.Page is PlaybooksPage { Selected.Name: "connections" });
        deck.Store.Dispatch(new RunMessage.Chosen());
    }

    private static FakeHost Host(HostKind kind)
    {
        var host = new FakeHost("docker", kind)
        {
            Logs = (_, _, _) => new[] { "dial tcp db.shop.svc:5432: connect: connection refused" }
                .Select(line => new LogLine(OutputChannel.Error, null, System.Text.Encoding.UTF8.GetBytes(line))).ToAsyncEnumerable(),
        };
        host.Targets.Add(Sample.Targets[0]);
        return host;
    }
}
