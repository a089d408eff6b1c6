using DebugDeck.Core.Debugging;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Shells;
using DebugDeck.Core.Targets;
using DebugDeck.Tui.Messages;
using DebugDeck.Tui.State;

namespace DebugDeck.Tests.Tui.State;

public sealed class InventoryTests
{
    [Fact]
    public void The_selection_stays_on_its_target_when_rows_are_put_before_it()
    {
        var state = Tell(Started(), Snapshot("b", "c"), new MoveMessage.Moved(Motion.Down), Upserted(Sample.Target("a", "x")));

        Assert.Equal(["a", "b", "c"], Names(state));
        Assert.Equal("c", SelectedName(state));
        Assert.Equal(2, state.Inventory.Position.Selected);
    }

    [Fact]
    public void Until_the_user_moves_the_first_row_stays_selected()
    {
        var state = Tell(Started(), Snapshot("b", "c"), Upserted(Sample.Target("a", "x")));

        Assert.Equal("a", SelectedName(state));
    }

    [Fact]
    public void A_filter_that_hides_the_selected_target_selects_the_first_row()
    {
        var state = Tell(Started(), Snapshot("ab", "ac", "b"), new MoveMessage.Moved(Motion.End), new PromptMessage.Opened(PromptKind.Filter), new PromptMessage.Edited("a"));

        Assert.Equal("ab", SelectedName(state));
    }

    [Fact]
    public void When_the_selected_target_goes_its_row_is_selected()
    {
        var state = Tell(Started(), Snapshot("a", "b", "c"), new MoveMessage.Moved(Motion.Down), Removed("b"));

        Assert.Equal("c", SelectedName(state));
    }

    [Fact]
    public void When_the_last_row_goes_the_one_above_is_selected()
    {
        var state = Tell(Started(), Snapshot("a", "b"), new MoveMessage.Moved(Motion.End), Removed("b"));

        Assert.Equal("a", SelectedName(state));
    }

    [Theory]
    [InlineData("web", "web")]
    [InlineData("DISTROLESS", "web")]
    [InlineData("exited", "migrate worker")]
    [InlineData("exited 137", "worker")]
    [InlineData("unhealthy", "mail")]
    [InlineData("shop redis", "cache")]
    [InlineData("nothing like it", "")]
    public void The_filter_looks_at_name_image_state_and_project(string filter, string expected)
    {
        var state = Tell(Started(), Snapshot(Sample.Targets), new PromptMessage.Opened(PromptKind.Filter), new PromptMessage.Edited(filter));

        Assert.Equal(expected, string.Join(' ', Names(state)));
    }

    [Fact]
    public void Abandoning_the_filter_shows_everything_again_and_keeps_the_selection()
    {
        var state = Tell(Started(), Snapshot("a", "b", "c"), new PromptMessage.Opened(PromptKind.Filter), new PromptMessage.Edited("c"), new PromptMessage.Abandoned());

        Assert.Equal(["a", "b", "c"], Names(state));
        Assert.Equal("c", SelectedName(state));
    }

    [Fact]
    public void Sorting_by_state_puts_what_is_broken_first()
    {
        var state = Tell(Started(), Snapshot(Sample.Targets), new InventoryMessage.Sorted(SortColumn.State));

        Assert.Equal(["api", "mail", "worker", "cache", "web", "migrate"], Names(state));
    }

    [Fact]
    public void Sorting_twice_by_a_column_turns_it_round()
    {
        var state = Tell(Started(), Snapshot("a", "b"), new InventoryMessage.Sorted(SortColumn.Restarts), new InventoryMessage.Sorted(SortColumn.Restarts));

        Assert.True(state.Inventory.Descending);
    }

    [Fact]
    public void A_change_that_touches_neither_order_nor_filter_does_not_sort_again()
    {
        var before = Tell(Started(), Snapshot(Sample.Targets));

        var after = Reducer.Reduce(before, Upserted(Sample.Targets[0] with { Restarts = 3 }));

        Assert.False(after.Inventory.IsStale);
        Assert.Equal(3, after.Targets[TargetKey.Of(Sample.Targets[0])].Restarts);
    }

    [Fact]
    public void A_change_of_what_is_sorted_by_sorts_again()
    {
        var state = Tell(Started(), Snapshot("a", "b"), new InventoryMessage.Sorted(SortColumn.Restarts), Upserted(Sample.Target("b", "x") with { Restarts = 3 }));

        Assert.Equal(["b", "a"], Names(state));
    }

    [Fact]
    public void A_snapshot_takes_away_only_what_its_own_host_no_longer_has()
    {
        var podman = new HostMessage.Reported("podman", new InventoryChange.Snapshot([Sample.Target("p", "x", "podman")]));

        var state = Tell(DeckState.Start([Sample.Docker, Sample.Podman], new TerminalSize(80, 24), Sample.Now), Snapshot("a", "b"), podman, Snapshot("b"));

        Assert.Equal(["b", "p"], Names(state));
    }

    [Fact]
    public void A_shell_is_looked_for_once()
    {
        var target = Sample.Target("a", "x");
        var state = Tell(Started(), Snapshot("a"));
        Assert.Contains(TargetKey.Of(target), state.Unexamined);

        state = Tell(state, new HostMessage.ShellFound(TargetKey.Of(target), Sample.NoShell), Upserted(target with { Restarts = 1 }));

        Assert.Empty(state.Unexamined);
        Assert.Equal(ShellVerdict.No, state.ShellOf(state.Targets[TargetKey.Of(target)]).Verdict);
    }

    [Fact]
    public void A_shell_that_is_found_after_its_target_has_gone_is_forgotten()
    {
        var state = Tell(Started(), Snapshot("a"), Removed("a"), new HostMessage.ShellFound(TargetKey.Of(Sample.Target("a", "x")), Sample.NoShell));

        Assert.Empty(state.Shells);
    }

    [Fact]
    public void A_lost_host_keeps_its_targets_as_last_seen()
    {
        var state = Tell(Started(), Snapshot("a"), DeckDriver.Lost("docker", "connection refused"));

        Assert.Equal(["a"], Names(state));
        Assert.Equal("connection refused", state.Host("docker")!.Status.Reason);
    }

    private static DeckState Started() => DeckState.Start([Sample.Docker], new TerminalSize(80, 24), Sample.Now);

    private static DeckState Tell(DeckState state, params IEnumerable<Message> messages) =>
        messages.Aggregate(state, (before, message) => Reducer.Settle(Reducer.Reduce(before, message)));

    private static HostMessage.Reported Snapshot(params string[] names) => Snapshot([.. names.Select(name => Sample.Target(name, "x"))]);

    private static HostMessage.Reported Snapshot(IReadOnlyList<Target> targets) => new("docker", new InventoryChange.Snapshot(targets));

    private static HostMessage.Reported Upserted(Target target) => new("docker", new InventoryChange.Upserted(target));

    private static HostMessage.Reported Removed(string name) => new("docker", new InventoryChange.Removed(Sample.Target(name, "x").Id));

    private static string[] Names(DeckState state) => [.. state.Inventory.Rows.Select(row => state.Targets[row].Name)];

    private static string SelectedName(DeckState state) => state.Targets[state.Inventory.Selected!.Value].Name;
}
