using DebugDeck.Core.Debugging;
using DebugDeck.Core.Hosts;
using DebugDeck.Tui.Effects;
using DebugDeck.Tui.Messages;
using DebugDeck.Tui.State;

namespace DebugDeck.Tests.Tui.Effects;

/// <summary>Which work a state wants follows from the state alone.</summary>
public sealed class WantedWorkTests
{
    private static readonly TargetKey Web = TargetKey.Of(Sample.Targets[0]);

    [Fact]
    public void Every_host_is_watched_and_a_refresh_makes_a_new_watch()
    {
        var state = Tell(new HostMessage.RefreshAsked());

        Assert.Equal([new Work.WatchHost("docker", 1)], WantedWork.Of(state).OfType<Work.WatchHost>());
    }

    [Fact]
    public void An_open_log_is_followed_until_it_ends_or_is_left()
    {
        var open = Tell(new LogsMessage.Asked(Web));
        var ended = Reducer.Reduce(open, new LogsMessage.Ended(open.Page!.Id, 0, null));
        var left = Reducer.Reduce(open, new DeckMessage.Closed());

        Assert.Equal([new Work.FollowLog(open.Page.Id, 0, Web, Previous: false)], Pages(open));
        Assert.Empty(Pages(ended));
        Assert.Empty(Pages(left));
    }

    [Fact]
    public void The_previous_run_is_other_work_than_the_present_one()
    {
        var state = Tell(new LogsMessage.Asked(Web), new LogsMessage.PreviousTurned());

        Assert.Equal([new Work.FollowLog(state.Page!.Id, 1, Web, Previous: true)], Pages(state));
    }

    [Fact]
    public void Going_into_a_directory_gives_up_the_one_before()
    {
        var state = Tell(new FilesMessage.Asked(Web), new FilesMessage.Arrived(1, 0, [new("/etc", Core.Files.FileKind.Directory, 0, default, Sample.Now)]), new FilesMessage.Entered());

        Assert.Equal([new Work.ListFolder(1, 1, Web, "/etc")], Pages(state));
    }

    [Fact]
    public void A_session_is_started_only_after_the_user_has_said_yes()
    {
        var planned = Tell(new PlanMessage.Asked(Web));
        planned = Reducer.Reduce(planned, new PlanMessage.Made(planned.Page!.Id, TestKit.FakePlan.Sidecar(Sample.Targets[0], new DebugRequest())));
        var confirmed = Reducer.Reduce(planned, new PlanMessage.Confirmed());

        Assert.Empty(Pages(planned));
        Assert.Equal([new Work.StartSession(planned.Page!.Id, 1)], Pages(confirmed));
    }

    [Fact]
    public void A_copy_that_is_taken_back_is_not_wanted_any_more()
    {
        var state = Tell(
            new FilesMessage.Asked(Web),
            new FilesMessage.Arrived(1, 0, [new("/app", Core.Files.FileKind.Regular, 9, default, Sample.Now)]),
            new FilesMessage.Listed(1, 0, null),
            new PromptMessage.Opened(PromptKind.Destination),
            new PromptMessage.Accepted());
        var cancelled = Reducer.Reduce(state, new CopyMessage.CancelAsked());

        Assert.Equal([new Work.CopyOut(2, Web, "/app", "./app")], Pages(state));
        Assert.Empty(Pages(cancelled));
    }

    [Fact]
    public void Shells_are_looked_for_where_the_user_looks_first()
    {
        var targets = Enumerable.Range(0, 100).Select(number => Sample.Target($"pod-{number:00}", "x")).ToArray();
        var state = Settle(Start(targets), new MoveMessage.Moved(Motion.End), new MoveMessage.Moved(Motion.Up));

        var first = WantedWork.UnknownShells(state).Take(3).Select(key => state.Targets[key].Name);

        Assert.Equal(["pod-98", "pod-81", "pod-82"], first);
        Assert.Equal(100, WantedWork.UnknownShells(state).Distinct().Count());
    }

    private static DeckState Tell(params IEnumerable<Message> messages) => Settle(Start(Sample.Targets), messages);

    private static DeckState Start(IReadOnlyList<Core.Targets.Target> targets) =>
        Settle(DeckState.Start([Sample.Docker], new TerminalSize(80, 24), Sample.Now), new HostMessage.Reported("docker", new InventoryChange.Snapshot(targets)));

    private static DeckState Settle(DeckState state, params IEnumerable<Message> messages) =>
        messages.Aggregate(state, (before, message) => Reducer.Settle(Reducer.Reduce(before, message)));

    private static IEnumerable<Work> Pages(DeckState state) => WantedWork.Of(state).Where(work => work is not (Work.KeepTime or Work.WatchHost));
}
