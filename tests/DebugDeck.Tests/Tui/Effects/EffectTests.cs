using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Logs;
using DebugDeck.Core.Shells;
using DebugDeck.Core.Streams;
using DebugDeck.TestKit;
using DebugDeck.Tui.Messages;
using DebugDeck.Tui.State;

namespace DebugDeck.Tests.Tui.Effects;

/// <summary>Work that the state wants is done, reported, and cancelled when it is not wanted any more.</summary>
public sealed class EffectTests
{
    private static readonly TargetKey Web = TargetKey.Of(Sample.Targets[0]);

    [Fact]
    public async Task The_inventory_follows_the_host()
    {
        var host = Host();
        await using var deck = new Background(host);
        await deck.UntilAsync(state => state.Inventory.Rows.Length == Sample.Targets.Count);

        host.Upsert(Sample.Target("new", "x"));
        await deck.UntilAsync(state => state.Inventory.Rows.Length == Sample.Targets.Count + 1);
        host.Lose("connection refused");

        var lost = await deck.UntilAsync(state => state.Hosts[0].Status.State == HostState.Unreachable);
        Assert.Equal("connection refused", lost.Hosts[0].Status.Reason);
        Assert.Equal(Sample.Targets.Count + 1, lost.Inventory.Rows.Length);
    }

    [Fact]
    public async Task A_host_that_hangs_keeps_nobody_else_from_being_looked_at()
    {
        var hanging = new FakeHost("podman", HostKind.Podman) { ShellLookup = async (_, cancellation) => await Never<ShellFinding>(cancellation) };
        hanging.Targets.AddRange(Enumerable.Range(0, 50).Select(number => Sample.Target($"a{number}", "x", "podman")));
        var host = new FakeHost { ShellLookup = (_, _) => Task.FromResult(Sample.Shell) };
        host.Targets.AddRange(Enumerable.Range(0, 50).Select(number => Sample.Target($"b{number}", "x")));

        await using var deck = new Background(hanging, host);

        var state = await deck.UntilAsync(state => state.Shells.Count == 50);
        Assert.All(state.Shells.Keys, key => Assert.Equal("docker", key.Host));
    }

    [Fact]
    public async Task No_more_than_four_shells_are_looked_for_at_a_time_on_one_host()
    {
        var running = 0;
        var most = 0;
        var host = new FakeHost
        {
            ShellLookup = async (_, cancellation) =>
            {
                most = Math.Max(most, Interlocked.Increment(ref running));
                await Task.Delay(5, cancellation);
                Interlocked.Decrement(ref running);
                return Sample.NoShell;
            },
        };
        host.Targets.AddRange(Enumerable.Range(0, 40).Select(number => Sample.Target($"b{number}", "x")));

        await using var deck = new Background(host);
        await deck.UntilAsync(state => state.Shells.Count == 40);

        Assert.InRange(most, 2, 4);
    }

    [Fact]
    public async Task A_look_that_fails_is_an_unknown_with_its_reason()
    {
        var host = new FakeHost { ShellLookup = (_, _) => throw new DebugDeckException(ErrorKind.Failed, "the layer is missing") };
        host.Targets.Add(Sample.Target("a", "x"));

        await using var deck = new Background(host);

        var state = await deck.UntilAsync(state => !state.Shells.IsEmpty);
        Assert.Equal(ShellVerdict.Unknown, state.Shells.Values.Single().Verdict);
        Assert.Contains("the layer is missing", state.Shells.Values.Single().Evidence[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_the_log_stops_reading_it()
    {
        var ended = new TaskCompletionSource();
        var host = Host();
        host.Logs = (_, _, cancellation) => Endless(ended, cancellation);
        await using var deck = new Background(host);
        await deck.UntilAsync(state => state.Targets.ContainsKey(Web));

        deck.Tell(new LogsMessage.Asked(Web));
        await deck.UntilAsync(state => state.Page is LogsPage { Rows.Count: > 10 });
        deck.Tell(new DeckMessage.Closed());

        await ended.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_log_that_cannot_be_read_says_so_on_its_page()
    {
        var host = Host();
        host.Logs = (_, _, _) => throw new DebugDeckException(ErrorKind.Failed, "the log driver 'none' keeps no log");
        await using var deck = new Background(host);
        await deck.UntilAsync(state => state.Targets.ContainsKey(Web));

        deck.Tell(new LogsMessage.Asked(Web));

        var state = await deck.UntilAsync(state => state.Page is LogsPage { HasEnded: true });
        Assert.Equal("the log driver 'none' keeps no log", ((LogsPage)state.Page!).Problem!.Message);
    }

    [Fact]
    public async Task A_confirmed_plan_ends_in_a_session_for_the_terminal()
    {
        var host = Host();
        await using var deck = new Background(host);
        await deck.UntilAsync(state => state.Targets.ContainsKey(Web));

        deck.Tell(new PlanMessage.Asked(Web));
        await deck.UntilAsync(state => state.Page is PlanPage { Plan: not null });
        Assert.Empty(host.Started);
        deck.Tell(new PlanMessage.Confirmed());

        var state = await deck.UntilAsync(state => state.Handover is not null);
        Assert.Single(host.Started);
        Assert.NotNull(deck.Sessions.Take(state.Handover!.Page));
    }

    [Fact]
    public async Task A_session_that_cannot_be_started_leaves_its_reason_on_the_plan_and_can_be_tried_again()
    {
        var host = Host();
        var tries = 0;
        host.Starter = plan => ++tries == 1 ? throw new DebugDeckException(ErrorKind.Failed, "no such image") : new FakeDebugSession(plan);
        await using var deck = new Background(host);
        await deck.UntilAsync(state => state.Targets.ContainsKey(Web));
        deck.Tell(new PlanMessage.Asked(Web));
        await deck.UntilAsync(state => state.Page is PlanPage { Plan: not null });

        deck.Tell(new PlanMessage.Confirmed());
        await deck.UntilAsync(state => state.Page is PlanPage { Problem.Message: "no such image", IsStarting: false });
        deck.Tell(new PlanMessage.Confirmed());

        await deck.UntilAsync(state => state.Handover is not null);
    }

    [Fact]
    public async Task A_copy_arrives_whole()
    {
        var folder = Directory.CreateTempSubdirectory("debugdeck-tui");
        try
        {
            var host = Host();
            host.FileTrees["web"] = new FakeFiles().Directory("/etc").File("/etc/hosts", "127.0.0.1 localhost\n");
            await using var deck = new Background(host);
            await deck.UntilAsync(state => state.Targets.ContainsKey(Web));
            deck.Tell(new FilesMessage.Asked(Web));
            await deck.UntilAsync(state => state.Page is FilesPage { IsComplete: true, Entries.Count: 1 });

            deck.Tell(new PromptMessage.Opened(PromptKind.Destination), new PromptMessage.Edited(Path.Join(folder.FullName, "out")), new PromptMessage.Accepted());

            var state = await deck.UntilAsync(state => state.Page is CopyPage { Phase: not CopyPhase.Running });
            Assert.Equal(CopyPhase.Done, ((CopyPage)state.Page!).Phase);
            Assert.Equal("127.0.0.1 localhost\n", await File.ReadAllTextAsync(Path.Join(folder.FullName, "out", "hosts"), TestContext.Current.CancellationToken));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_destination_that_does_not_exist_is_told_on_the_page()
    {
        var host = Host();
        host.FileTrees["web"] = new FakeFiles().File("/app", "x");
        await using var deck = new Background(host);
        await deck.UntilAsync(state => state.Targets.ContainsKey(Web));
        deck.Tell(new FilesMessage.Asked(Web));
        await deck.UntilAsync(state => state.Page is FilesPage { Entries.Count: 1 });

        deck.Tell(new PromptMessage.Opened(PromptKind.Destination), new PromptMessage.Edited("/nowhere/at/all"), new PromptMessage.Accepted());

        var state = await deck.UntilAsync(state => state.Page is CopyPage { Phase: CopyPhase.Failed });
        Assert.Contains("/nowhere/at", ((CopyPage)state.Page!).Problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_burst_of_changes_is_seen_as_a_few_states()
    {
        var host = Host();
        await using var deck = new Background(host);
        await deck.UntilAsync(state => state.Targets.ContainsKey(Web));
        var states = new ConcurrentBag<DeckState>();
        deck.Store.Changed += () => states.Add(deck.State);

        for (var number = 0; number < 5000; number++)
        {
            host.Push(new InventoryChange.Upserted(Sample.Target($"pod-{number:0000}", "x") with { Shell = Sample.Shell }));
        }

        await deck.UntilAsync(state => state.Targets.Count == Sample.Targets.Count + 5000);
        Assert.InRange(states.Count, 1, 500);
    }

    private static FakeHost Host()
    {
        var host = new FakeHost();
        host.Targets.AddRange(Sample.Targets);
        return host;
    }

    private static async IAsyncEnumerable<LogLine> Endless(TaskCompletionSource ended, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                yield return new LogLine(OutputChannel.Output, null, "line"u8.ToArray());
                await Task.Delay(1, cancellationToken);
            }
        }
        finally
        {
            ended.TrySetResult();
        }
    }

    private static async Task<T> Never<T>(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        throw new InvalidOperationException("never came");
    }
}
