using System.Text;
using DebugDeck.Core.Hosts;
using DebugDeck.Tui.Cells;
using DebugDeck.Tui.Messages;
using DebugDeck.Tui.State;
using Terminal.Gui.Drawing;

namespace DebugDeck.Tests.Tui;

public sealed class BehaviourTests
{
    [Fact]
    public void The_window_survives_every_size_and_comes_back_whole()
    {
        using var deck = DeckDriver.With(Sample.Targets);
        var before = deck.Screen;
        foreach (var page in new[] { "?", "Enter", "l", "c", "s" })
        {
            deck.Press(page);
            for (var step = 0; step < 60; step++)
            {
                deck.Resize(1 + (step * 37 % 170), 1 + (step * 13 % 50));
            }

            deck.Resize(80, 24).Press("q");
        }

        Assert.Equal(before, deck.Screen);
    }

    [Fact]
    public void Without_colour_no_colour_is_sent()
    {
        using var deck = DeckDriver.With(Sample.Targets, tier: ColorTier.Mono);

        deck.Press("l").Tell(new LogsMessage.Arrived(deck.Page!.Id, 0, [new LogRow(Core.Streams.OutputChannel.Error, null, "refused")])).Press("/").Type("ref");

        Assert.All(Colors(deck), color => Assert.Equal(Color.None, color));
    }

    [Fact]
    public void With_colour_the_background_stays_the_terminals_own()
    {
        using var deck = DeckDriver.With(Sample.Targets);

        Assert.All(deck.Attributes(), attribute => Assert.Equal(Color.None, attribute.Background));
        Assert.Contains(Colors(deck), color => color != Color.None);
    }

    [Fact]
    public void Nothing_is_sent_while_nothing_changes()
    {
        using var deck = DeckDriver.With(Sample.Targets);

        var sent = deck.Sent(() => deck.Tell(new DeckMessage.Ticked(Sample.Now.AddSeconds(1))));

        Assert.Equal("", sent);
    }

    [Fact]
    public void Moving_the_selection_sends_little_more_than_two_rows()
    {
        using var deck = DeckDriver.With(Sample.Targets);

        var sent = deck.Sent(() => deck.Press("Down"));

        Assert.InRange(sent.Length, 160, 700);
    }

    [Fact]
    public void A_burst_of_5000_changes_draws_once_and_quickly()
    {
        var targets = Enumerable.Range(0, 5000).Select(number => Sample.Target($"pod-{number:00000}", "busybox")).ToArray();
        using var deck = DeckDriver.With(targets);
        var clock = System.Diagnostics.Stopwatch.StartNew();

        foreach (var target in targets)
        {
            deck.Store.Dispatch(new HostMessage.Reported("docker", new InventoryChange.Upserted(target with { Restarts = 7 })));
        }

        deck.Step();

        Assert.Contains("  7 ", deck.Screen, StringComparison.Ordinal);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), $"took {clock.Elapsed}");
    }

    [Fact]
    public void Hostile_names_cannot_reach_the_terminal()
    {
        using var deck = DeckDriver.With([Sample.Target("a\e]0;owned\u0007b", "x\e[2J")]);

        deck.Press("Enter");

        Assert.DoesNotContain('\e', deck.Screen);
        Assert.DoesNotContain(deck.Screen.EnumerateRunes(), rune => Rune.IsControl(rune) && rune.Value != '\n');
    }

    [Fact]
    public void A_click_selects_and_a_double_click_shows_details()
    {
        using var deck = DeckDriver.With(Sample.Targets);

        deck.Click(5, 4);
        Assert.Equal("mail", deck.State.Subject!.Name);

        deck.DoubleClick(5, 5);
        Assert.IsType<DetailsPage>(deck.Page);
        Assert.Equal("migrate", deck.State.Subject!.Name);
    }

    [Fact]
    public void A_click_on_a_column_sorts_by_it()
    {
        using var deck = DeckDriver.With(Sample.Targets);

        deck.Click(deck.Lines[1].IndexOf("STATE", StringComparison.Ordinal) + 1, 1);

        Assert.Equal(SortColumn.State, deck.State.Inventory.Sort);
    }

    [Fact]
    public void The_wheel_scrolls_the_list()
    {
        using var deck = DeckDriver.With([.. Enumerable.Range(0, 100).Select(number => Sample.Target($"pod-{number:000}", "busybox"))]);

        deck.WheelDown(5, 5);

        Assert.Equal(3, deck.State.Inventory.Position.Top);
    }

    [Fact]
    public void A_click_on_a_key_at_the_foot_presses_it()
    {
        using var deck = DeckDriver.With(Sample.Targets);

        deck.Click(deck.Lines[^1].IndexOf("? keys", StringComparison.Ordinal), 23);

        Assert.IsType<HelpPage>(deck.Page);
    }

    [Fact]
    public void A_key_that_cannot_work_now_says_why()
    {
        using var deck = DeckDriver.With(Sample.Targets);
        deck.Tell(DeckDriver.Lost("docker", "connection refused"));

        deck.Press("s");

        Assert.Null(deck.Page);
        Assert.Contains("docker does not answer: connection refused", deck.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_without_a_meaning_says_where_the_keys_are()
    {
        using var deck = DeckDriver.With(Sample.Targets);

        deck.Press("z");

        Assert.Contains("z does nothing here: ? shows all keys", deck.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void Escape_never_quits()
    {
        using var deck = DeckDriver.With(Sample.Targets);

        deck.Press("Esc", "Esc");

        Assert.False(deck.State.IsQuitting);
        Assert.Contains("q quits", deck.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void The_screen_is_the_same_after_the_window_was_built_anew()
    {
        using var deck = DeckDriver.With(Sample.Targets);
        deck.Press("Down", "Down", "/").Type("e").Press("Enter");
        var before = deck.Screen;

        using var again = new DeckDriver(deck.Store);

        Assert.Equal(before, again.Screen);
    }

    private static IEnumerable<Color> Colors(DeckDriver deck) =>
        deck.Attributes().SelectMany(attribute => new[] { attribute.Foreground, attribute.Background });
}
