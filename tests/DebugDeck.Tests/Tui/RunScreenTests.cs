using DebugDeck.Core.Debugging;
using DebugDeck.Core.Playbooks.Running;
using DebugDeck.Core.Playbooks.Triage;
using DebugDeck.TestKit;
using DebugDeck.Tui.Cells;
using DebugDeck.Tui.Messages;
using DebugDeck.Tui.State;

namespace DebugDeck.Tests.Tui;

/// <summary>Playbooks and their runs on the screen.</summary>
public sealed class RunScreenTests
{
    public static TheoryData<int, int> Sizes => new() { { 80, 24 }, { 160, 45 } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_playbooks_that_know_a_symptom_come_first(int columns, int rows)
    {
        using var deck = Listed(columns, rows);

        Matches("playbooks", deck);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_run_under_way(int columns, int rows)
    {
        using var deck = Listed(columns, rows);
        deck.Press("Enter");

        deck.Tell(new RunMessage.Progressed(deck.Page!.Id, 0, Report(withSession: false, isOver: false)), new RunMessage.Said(deck.Page!.Id, 0, "starting busybox"));

        Matches("run", deck);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_run_that_found_the_cause(int columns, int rows)
    {
        using var deck = Finished(columns, rows);

        Matches("run-done", deck);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_run_that_asks_for_a_debug_container(int columns, int rows)
    {
        using var deck = Listed(columns, rows);
        deck.Press("Enter");
        var plan = FakePlan.Sidecar(deck.State.Subject!, new DebugRequest());

        deck.Tell(
            new RunMessage.SessionWanted(deck.Page!.Id, 0, plan, ["The greeter answers"]),
            new RunMessage.Finished(deck.Page!.Id, 0, Report(withSession: false, isOver: true), Sample.Now.AddSeconds(2)));

        Matches("run-consent", deck);
        Assert.Equal((RunPhase.Running, true, 1), deck.Press("Enter").Page is RunPage page ? (page.Phase, page.IsAllowed, page.Round) : default);
    }

    [Fact]
    public void The_fix_is_handed_to_the_terminals_clipboard()
    {
        using var deck = Finished(80, 24);

        deck.Press("y");

        Assert.Equal("RUN echo hello moon > /etc/greeting", deck.State.Clip!.Text);
        Assert.Equal("\e]52;c;UlVOIGVjaG8gaGVsbG8gbW9vbiA+IC9ldGMvZ3JlZXRpbmc=\a", Osc52.Of(deck.State.Clip!.Text));
    }

    [Fact]
    public void An_input_that_is_changed_runs_again_with_it()
    {
        using var deck = Finished(80, 24);

        deck.Press("i");
        Assert.Equal("who=moon", deck.State.Prompt!.Text);
        deck.Type("light").Press("Enter");

        var page = Assert.IsType<RunPage>(deck.Page);
        Assert.Equal(("moonlight", RunPhase.Running, 1), (page.Given["who"], page.Phase, page.Round));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_run_step_by_step_waits_after_each(int columns, int rows)
    {
        using var deck = Stepping(columns, rows);

        Matches("run-step", deck);
    }

    [Fact]
    public void The_next_step_goes_on_from_what_is_known_and_the_rest_runs_to_the_end()
    {
        using var deck = Stepping(80, 24);

        var next = Assert.IsType<RunPage>(deck.Press("n").Page);
        Assert.Equal((RunPhase.Running, 2, 1), (next.Phase, next.Until, next.Round));
        Assert.Same(next.Report, next.From);

        deck.Tell(new RunMessage.Finished(next.Id, 1, Report(withSession: true, isOver: true, until: 2), Sample.Now.AddSeconds(2)));
        Assert.Equal(RunPhase.Paused, ((RunPage)deck.Page!).Phase);

        var rest = Assert.IsType<RunPage>(deck.Press("a").Page);
        Assert.Equal((RunPhase.Running, (int?)null, 2), (rest.Phase, rest.Until, rest.Round));
        deck.Tell(new RunMessage.Finished(rest.Id, 2, Report(withSession: true, isOver: true), Sample.Now.AddSeconds(3)));
        Assert.Equal(RunPhase.Done, ((RunPage)deck.Page!).Phase);
    }

    [Fact]
    public void An_input_that_is_changed_begins_the_steps_anew()
    {
        using var deck = Stepping(80, 24);

        deck.Press("i").Type("light").Press("Enter");

        var page = Assert.IsType<RunPage>(deck.Page);
        Assert.Equal(("moonlight", 1, RunPhase.Running), (page.Given["who"], page.Until, page.Phase));
        Assert.Null(page.From);
    }

    [Fact]
    public void The_file_behind_a_piece_of_evidence_is_opened_in_its_directory()
    {
        using var deck = Finished(80, 24);

        var files = Assert.IsType<FilesPage>(deck.Press("o").Page);

        Assert.Equal(("/etc", "/etc/greeting"), (files.Path, files.Wanted));
        Assert.IsType<RunPage>(deck.Press("Esc").Page);
    }

    [Fact]
    public void A_shell_is_opened_from_the_run()
    {
        using var deck = Finished(80, 24);

        Assert.IsType<PlanPage>(deck.Press("s").Page);
    }

    [Fact]
    public void A_cancelled_run_keeps_what_it_found_and_hears_no_more()
    {
        using var deck = Listed(80, 24);
        deck.Press("Enter").Tell(new RunMessage.Progressed(deck.Page!.Id, 0, Report(withSession: false, isOver: false)));

        deck.Press("x").Tell(new RunMessage.Finished(deck.Page!.Id, 0, Report(withSession: true, isOver: true), Sample.Now));

        var page = Assert.IsType<RunPage>(deck.Page);
        Assert.Equal(RunPhase.Cancelled, page.Phase);
        Assert.Equal(StepStatus.Running, page.Report!.Steps[1].Status);
    }

    [Fact]
    public void A_target_with_symptoms_is_marked_in_the_list()
    {
        using var deck = Listed(80, 24);

        deck.Press("Esc");

        Assert.Contains(deck.Lines, line => line.StartsWith("! ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_small_window_still_shows_a_run()
    {
        using var deck = Finished(40, 8);

        Golden.Matches("run-40x8", deck.Screen);
    }

    private static DeckDriver Listed(int columns, int rows)
    {
        var deck = DeckDriver.With(Sample.Targets, columns, rows);
        var playbook = TestPlaybook.Of(TestPlaybook.Greeting);
        var other = playbook with { Name = "another", Title = "Something else", Symptoms = [] };
        deck.Press("p");
        var target = ((PlaybooksPage)deck.Page!).Target;
        return deck.Tell(new RunMessage.Triaged(deck.Page!.Id, target, TriageRules.Judge([other, playbook], Evidence(false).Build()), [other, playbook], []));
    }

    private static DeckDriver Stepping(int columns, int rows)
    {
        var deck = Listed(columns, rows);
        deck.Press("n");
        return deck.Tell(new RunMessage.Finished(deck.Page!.Id, 0, Report(withSession: false, isOver: false, until: 1), Sample.Now.AddSeconds(1)));
    }

    private static DeckDriver Finished(int columns, int rows)
    {
        var deck = Listed(columns, rows);
        deck.Press("Enter");
        return deck.Tell(new RunMessage.Finished(deck.Page!.Id, 0, Report(withSession: true, isOver: true), Sample.Now.AddSeconds(2)));
    }

    private static CaseBuilder Evidence(bool withSession)
    {
        var evidence = new CaseBuilder().File("/etc/greeting", "hello sun\n\e[31mred\n").Log("starting", "no greeting for moon", "no greeting for moon");
        return withSession
            ? evidence.With(new Core.Diagnosis.Gathering.CommandRequest(["nc", "-z", "localhost", "80"]), new Core.Diagnosis.Gathering.CommandResult(1, "", "refused\n", 4))
            : evidence;
    }

    private static RunReport Report(bool withSession, bool isOver, int? until = null)
    {
        var evidence = Evidence(withSession).Build();
        if (isOver && !withSession)
        {
            evidence = evidence.With(Core.Diagnosis.Gathering.EvidenceAnswer.Missing(
                new Core.Diagnosis.Gathering.CommandRequest(["nc", "-z", "localhost", "80"]), "this needs a debug container in the pod", "Enter starts it and runs again"));
        }

        var times = RunTimes.None with { StepMs = RunTimes.None.StepMs.Add("file", 12).Add("port", 1840) };
        return RunRules.Judge(new RunSubject(TestPlaybook.Of(TestPlaybook.Greeting), "docker://web", "docker", new Dictionary<string, string>()), evidence, times, until);
    }

    private static void Matches(string screen, DeckDriver deck) => Golden.Matches($"{screen}-{deck.State.Size.Columns}x{deck.State.Size.Rows}", deck.Screen);
}
