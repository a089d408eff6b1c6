using DebugDeck.Core.Debugging;
using DebugDeck.Core.Files;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Playbooks;
using DebugDeck.Core.Playbooks.Running;
using DebugDeck.Core.Playbooks.Triage;
using DebugDeck.Core.Streams;
using DebugDeck.TestKit;
using DebugDeck.Tui;
using DebugDeck.Tui.Keys;
using DebugDeck.Tui.Messages;
using DebugDeck.Tui.State;

namespace DebugDeck.Tests.Tui;

/// <summary>The table of keys and what it promises.</summary>
public sealed class KeyTests
{
    public static TheoryData<string> Names => [.. KeyTable.Commands.Select(command => command.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_key_does_something_wherever_the_table_says_so(string name)
    {
        var command = KeyTable.Commands.Single(one => one.Name == name);
        foreach (var scope in Enum.GetValues<KeyScope>().Where(scope => int.PopCount((int)scope) == 1 && command.Scope.HasFlag(scope)))
        {
            foreach (var key in command.Keys)
            {
                using var deck = At(scope);
                deck.Tell(new DeckMessage.Noted(null));
                var before = deck.State;

                deck.Press(key);

                Assert.Null(command.Unavailable(before));
                Assert.False(before == deck.State, $"{key} did nothing at {scope}");
            }
        }
    }

    [Fact]
    public void No_key_means_two_things_at_one_place()
    {
        foreach (var scope in Enum.GetValues<KeyScope>().Where(scope => int.PopCount((int)scope) == 1))
        {
            var keys = KeyTable.Commands.Where(command => command.Scope.HasFlag(scope)).SelectMany(command => command.Keys).ToArray();

            Assert.Equal(keys.Distinct(), keys);
        }
    }

    [Fact]
    public void Names_are_unique() => Assert.Equal(KeyTable.Commands.Count, KeyTable.Commands.Select(command => command.Name).Distinct().Count());

    [Fact]
    public void Every_key_of_the_table_is_one_that_a_terminal_can_send()
    {
        foreach (var key in KeyTable.Commands.SelectMany(command => command.Keys).Distinct())
        {
            Assert.Equal(key, TerminalKeys.Name(TerminalKeys.Key(key)));
        }
    }

    [Fact]
    public void The_list_has_every_command_once() =>
        Assert.Equal(KeyTable.Commands.Select(command => command.Name).Order(), KeyList.Sections.SelectMany(section => section.Commands).Select(command => command.Name).Order());

    [Fact]
    public void The_foot_fits_and_keeps_the_way_out()
    {
        foreach (var width in new[] { 20, 40, 80, 160 })
        {
            using var deck = DeckDriver.With(Sample.Targets, width, 24);
            deck.Press("l");

            var foot = KeyFootItems.Of(deck.State, width);

            Assert.True(foot.Sum(item => item.Width) <= width);
            Assert.Contains(foot, item => item.Title == "back");
        }
    }

    // A place where every key of the scope has something to do: in the middle of long lists and texts, with something found.
    private static DeckDriver At(KeyScope scope)
    {
        var targets = Enumerable.Range(0, 60).Select(number => Sample.Target($"pod-{number:00}", "busybox") with { Restarts = 1, Container = "app" }).ToArray();
        var start = DeckState.Start([Sample.Docker, Sample.Podman, Sample.Cluster], new TerminalSize(80, 10), Sample.Now) with { Contexts = ["a", "practice", "z"] };
        var deck = new DeckDriver(new DeckStore(start, TimeProvider.System)).Tell(
            DeckDriver.Ready("docker"),
            DeckDriver.Ready("podman"),
            DeckDriver.Ready("practice"),
            new HostMessage.Opened(Sample.Cluster, NamespaceScope.Of("shop")),
            new HostMessage.Reported("docker", new InventoryChange.Snapshot(targets)),
            new HostMessage.Reported("podman", new InventoryChange.Snapshot([Sample.Target("z", "x", "podman")])),
            new InventoryMessage.SortMoved(1),
            new MoveMessage.Scrolled(10));
        return scope switch
        {
            KeyScope.Inventory => deck.Press("/").Type("o").Press("Enter"),
            KeyScope.Filter => deck.Press("/").Type("o"),
            KeyScope.Details => deck.Press("Enter", "Down", "Down"),
            KeyScope.Pick => deck.Press("x", "Down"),
            KeyScope.Help => deck.Press("?", "Down", "Down"),
            KeyScope.Plan => AtPlan(deck),
            KeyScope.Logs => AtLogs(deck).Press("/").Type("x").Press("Enter", "Up"),
            KeyScope.Search => AtLogs(deck).Press("/").Type("x"),
            KeyScope.Files => AtFiles(deck),
            KeyScope.Destination => AtFiles(deck).Press("c"),
            KeyScope.Copying => AtFiles(deck).Press("c", "Enter"),
            KeyScope.Copied => AtFiles(deck).Press("c", "Enter", "Esc"),
            KeyScope.Playbooks => AtPlaybooks(deck),
            KeyScope.Running => AtRun(AtPlaybooks(deck), isOver: false),
            KeyScope.Ran => AtRun(AtPlaybooks(deck), isOver: true),
            KeyScope.Paused => AtRun(AtPlaybooks(deck), isOver: true, start: "n"),
            KeyScope.Input => AtRun(AtPlaybooks(deck), isOver: true).Press("i"),
            KeyScope.SaveFix => AtRun(AtPlaybooks(deck), isOver: true).Press("w"),
            _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, "no such place"),
        };
    }

    private static DeckDriver AtPlaybooks(DeckDriver deck)
    {
        deck.Press("p");
        var target = ((PlaybooksPage)deck.Page!).Target;
        var playbook = LongPlaybook();
        var playbooks = Enumerable.Range(0, 60).Select(number => playbook with { Name = $"long-{number:00}" }).ToArray();
        return deck.Tell(new RunMessage.Triaged(deck.Page!.Id, target, TriageRules.Judge(playbooks, new CaseBuilder().Build()), playbooks, [])).Press("Down", "Down");
    }

    private static DeckDriver AtRun(DeckDriver deck, bool isOver, string start = "Enter")
    {
        deck.Press(start);
        var evidence = new CaseBuilder().Absent("/greeting").Build();
        var report = RunRules.Judge(new RunSubject(LongPlaybook(), "docker://web", "docker", new Dictionary<string, string>()), evidence, RunTimes.None);
        var plan = FakePlan.Sidecar(deck.State.Targets.Values.First(), new DebugRequest());
        deck.Tell(new RunMessage.SessionWanted(deck.Page!.Id, 0, plan, []), new RunMessage.Progressed(deck.Page!.Id, 0, report));
        return (isOver ? deck.Tell(new RunMessage.Finished(deck.Page!.Id, 0, report, Sample.Now)) : deck).Press("Down", "Down", "PageDown");
    }

    // Many steps, each with two fixes and more to say than a screen holds.
    private static Playbook LongPlaybook()
    {
        var step = string.Join(' ', Enumerable.Repeat("because", 200));
        var steps = Enumerable.Range(0, 40).Select(number => $$"""
              - id: s{{number}}
                title: Step {{number}}
                why: {{step}}
                probe: {file: /greeting}
                expect: {exists: true}
                finding: {title: Not there}
                fixes:
                  - {kind: lasting, title: One, language: shell, text: one}
                  - {kind: immediate, title: Two, language: shell, text: two}

            """);
        return TestPlaybook.Of($"version: 1\nname: long\ntitle: Long\nsummary: Long.\ninputs: [{{name: who, title: Who}}]\nsteps:\n{string.Concat(steps)}");
    }

    private static DeckDriver AtPlan(DeckDriver deck)
    {
        deck.Press("s");
        var plan = FakePlan.Sidecar(deck.State.Subject!, new DebugRequest()) with { Warnings = [.. Enumerable.Range(0, 20).Select(number => $"warning {number}")] };
        return deck.Tell(new PlanMessage.Made(deck.Page!.Id, plan)).Press("Down", "Down");
    }

    private static DeckDriver AtLogs(DeckDriver deck)
    {
        deck.Press("l");
        var rows = Enumerable.Range(0, 60).Select(number => new LogRow(OutputChannel.Output, Sample.Now, $"x {number} {new string('y', 100)}"));
        return deck.Tell(new LogsMessage.Arrived(deck.Page!.Id, 0, [.. rows])).Press("Right", "PageUp", "PageUp");
    }

    private static DeckDriver AtFiles(DeckDriver deck)
    {
        deck.Press("c").Tell(new FilesMessage.Arrived(deck.Page!.Id, 0, [new FileEntry("/d", FileKind.Directory, 0, default, Sample.Now)])).Press("Enter");
        var entries = Enumerable.Range(0, 60).Select(number => new FileEntry($"/d/{number:00}", FileKind.Regular, 1, default, Sample.Now));
        return deck.Tell(new FilesMessage.Arrived(deck.Page!.Id, 1, [.. entries]), new MoveMessage.Scrolled(10));
    }
}
