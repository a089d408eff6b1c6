using DebugDeck.Core.Playbooks;
using DebugDeck.Tui.Messages;

namespace DebugDeck.Tui.State;

/// <summary>What concerns playbooks and their runs.</summary>
internal static class RunReducer
{
    public static DeckState Reduce(DeckState state, RunMessage message) => message switch
    {
        RunMessage.ListAsked m => state.Open(id => new PlaybooksPage(id, m.Target)),
        RunMessage.Triaged m => Rank(state, m),
        RunMessage.TriageFailed m => state.Edit<PlaybooksPage>(m.Page, page => page with { Problem = m.Problem }),
        RunMessage.Chosen when state.Page is PlaybooksPage { Selected: { } playbook } page =>
            state.Open(id => new RunPage(id, page.Target, playbook) { StartedAt = state.Now }),
        RunMessage.StepwiseChosen when state.Page is PlaybooksPage { Selected: { } playbook } page =>
            state.Open(id => new RunPage(id, page.Target, playbook) { StartedAt = state.Now, Until = 1 }),
        RunMessage.StepAsked => GoOn(state, page => page.Until + 1),
        RunMessage.RestAsked => GoOn(state, _ => null),
        RunMessage.Progressed m => Edit(state, m.Page, m.Round, page => page with { Report = m.Report }),
        RunMessage.Said m => Edit(state, m.Page, m.Round, page => page with { Words = m.Text }),
        RunMessage.SessionWanted m => Edit(state, m.Page, m.Round, page => page with { Plan = m.Plan, PlanSteps = m.Steps }),
        RunMessage.Finished m => Edit(state, m.Page, m.Round, page => Finish(page with { Report = m.Report, EndedAt = m.At })),
        RunMessage.Failed m => Edit(state, m.Page, m.Round, page => page with { Phase = RunPhase.Failed, Problem = m.Problem, EndedAt = m.At, Words = "" }),
        RunMessage.Allowed => Again(state, page => page with { IsAllowed = true }),
        RunMessage.AgainAsked => Again(state, page => page),
        RunMessage.CancelAsked => state.EditVisible<RunPage>(page => page.Phase == RunPhase.Running
            ? page with { Phase = RunPhase.Cancelled, EndedAt = state.Now, Words = "", Round = page.Round + 1 }
            : page),
        RunMessage.FixMoved => state.EditVisible<RunPage>(page => page.Fixes.Count == 0 ? page : page with { Fix = (page.Fix + 1) % page.Fixes.Count }),
        RunMessage.FileMoved => state.EditVisible<RunPage>(page => page.Files.Count == 0 ? page : page with { File = (page.File + 1) % page.Files.Count }),
        RunMessage.FileOpened when state.Page is RunPage { SelectedFile: { } path } page => FilesReducer.OpenAt(state, page.Target, path),
        RunMessage.FixTaken when state.Page is RunPage { SelectedFix: { } fix } => state with
        {
            Clip = new Clip((state.Clip?.Number ?? 0) + 1, fix.Text),
            Note = new Note("the fix was handed to the terminal's clipboard"),
        },
        RunMessage.Saved m => state.Edit<RunPage>(m.Page, page => page with { SavingTo = null }) with { Note = new Note($"the fix is in {m.Path}") },
        RunMessage.SaveFailed m => state.Edit<RunPage>(m.Page, page => page with { SavingTo = null }) with { Note = new Note(m.Problem.Message, IsProblem: true) },
        _ => state,
    };

    /// <summary>Runs again with an input that was typed as <c>NAME=VALUE</c>.</summary>
    public static DeckState SetInput(DeckState state, string text)
    {
        if (state.Page is not RunPage page)
        {
            return state;
        }

        var at = text.IndexOf('=', StringComparison.Ordinal);
        var name = at > 0 ? text[..at].Trim() : "";
        return page.Playbook.Inputs.Any(input => input.Name == name)
            ? Again(state, run => run with { Given = run.Given.SetItem(name, text[(at + 1)..].Trim()) })
            : state with { Note = new Note($"write NAME=VALUE; the inputs are {string.Join(", ", page.Playbook.Inputs.Select(input => input.Name))}", IsProblem: true) };
    }

    /// <summary>The inputs as they are offered to be changed: the first, or the one that is missing.</summary>
    public static string InputText(RunPage page)
    {
        var inputs = page.Report?.Inputs ?? [];
        var input = inputs.FirstOrDefault(value => value.Value is null && value.Input.IsRequired) ?? (inputs.Count > 0 ? inputs[0] : null);
        return input is null ? "" : $"{input.Input.Name}={input.Value}";
    }

    public static DeckState Save(DeckState state, string path) => path.Trim() is { Length: > 0 } to
        ? state.EditVisible<RunPage>(page => page with { SavingTo = to })
        : state with { Note = new Note("nothing was saved: no file was named") };

    private static DeckState Rank(DeckState state, RunMessage.Triaged message)
    {
        var known = message.Report.Suggestions.Select(suggestion => suggestion.Playbook.Name).ToList();
        IReadOnlyList<Playbook> ranked =
        [
            .. message.Report.Suggestions.Select(suggestion => suggestion.Playbook),
            .. message.Playbooks.Where(playbook => !known.Contains(playbook.Name)),
        ];
        state = state with
        {
            Ailing = message.Report.Symptoms.Count > 0 ? state.Ailing.Add(message.Target) : state.Ailing.Remove(message.Target),
            Note = message.Bad.Count > 0 ? new Note($"{message.Bad[0]}; the file is left out", IsProblem: true) : state.Note,
        };
        return state.Edit<PlaybooksPage>(message.Page, page => page with { Report = message.Report, Playbooks = ranked });
    }

    // What is known stays; what could not be had is asked for again.
    private static DeckState GoOn(DeckState state, Func<RunPage, int?> until) => state.Page is RunPage { Phase: RunPhase.Paused, Report: { } report }
        ? state.EditVisible<RunPage>(page => page with { Phase = RunPhase.Running, From = report, Until = until(page), Round = page.Round + 1, StartedAt = state.Now, EndedAt = null, Words = "" })
        : state;

    private static DeckState Again(DeckState state, Func<RunPage, RunPage> edit) => state.EditVisible<RunPage>(page => edit(page) with
    {
        Phase = RunPhase.Running,
        From = null,
        Round = page.Round + 1,
        StartedAt = state.Now,
        EndedAt = null,
        Plan = null,
        Problem = null,
        Words = "",
    });

    // Answers of a run that was given up, or began anew, are nobody's.
    private static DeckState Edit(DeckState state, int id, int round, Func<RunPage, RunPage> edit) =>
        state.Edit<RunPage>(id, page => page.Round == round && page.Phase == RunPhase.Running ? edit(page) : page);

    // The cause is what one wants to see first, unless one is already looking somewhere.
    private static RunPage Finish(RunPage page)
    {
        var steps = page.Report!.Steps;
        if (page.Until < steps.Count)
        {
            return page with { Phase = RunPhase.Paused, Words = "", Position = page.Position with { Selected = Math.Max(0, page.Until.Value - 1) }, Top = 0, Fix = 0, File = 0 };
        }

        var worst = steps.Select((step, at) => (step.Worst, at)).OrderByDescending(step => step.Worst).ThenBy(step => step.at).First();
        var position = page.Position.Selected == 0 && worst.Worst >= Core.Diagnosis.Severity.Warning ? page.Position with { Selected = worst.at } : page.Position;
        return page with { Phase = RunPhase.Done, Words = "", Position = position, Top = 0, Fix = 0, File = 0 };
    }
}
