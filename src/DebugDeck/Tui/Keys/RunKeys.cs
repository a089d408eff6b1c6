using DebugDeck.Tui.Messages;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Keys;

/// <summary>The keys of playbooks and their runs.</summary>
internal static class RunKeys
{
    public static IEnumerable<DeckCommand> Commands =>
    [
        new("playbooks", KeyScope.Inventory | KeyScope.Details, ["p"], "playbooks", "find out why it fails: playbooks, those first that know a symptom of the container", state => new RunMessage.ListAsked(state.SubjectKey!.Value))
            { Unavailable = Availability.Files, FootRank = 3 },
        new("playbooks.run", KeyScope.Playbooks, ["Enter"], "run", "run the selected playbook; nothing is put into a pod without asking", _ => new RunMessage.Chosen())
            { Unavailable = RunAvailability.Choose, FootRank = 1 },
        new("playbooks.step", KeyScope.Playbooks, ["n"], "step by step", "run the selected playbook one step at a time", _ => new RunMessage.StepwiseChosen())
            { Unavailable = RunAvailability.Choose, FootRank = 2 },
        new("run.step", KeyScope.Paused, ["n"], "next step", "look at the next step", _ => new RunMessage.StepAsked()) { FootRank = 1 },
        new("run.rest", KeyScope.Paused, ["a"], "all steps", "look at all the steps that are left", _ => new RunMessage.RestAsked()) { FootRank = 3 },
        new("run.allow", KeyScope.Rested, ["Enter"], "start it", "start the debug container that the run asks for, and run again", _ => new RunMessage.Allowed())
            { Unavailable = RunAvailability.Allow, FootRank = 9 },
        new("run.copy", KeyScope.Runs, ["y"], "copy fix", "put the marked fix on the terminal's clipboard", _ => new RunMessage.FixTaken()) { Unavailable = RunAvailability.Fix, FootRank = 3 },
        new("run.fix", KeyScope.Runs, ["f"], "next fix", "mark the next fix of the step", _ => new RunMessage.FixMoved()) { Unavailable = RunAvailability.Fix, FootRank = 6 },
        new("run.save", KeyScope.Runs, ["w"], "save fix", "write the marked fix to a new file on this machine", _ => new PromptMessage.Opened(PromptKind.SaveFix)) { Unavailable = RunAvailability.Fix, FootRank = 5 },
        new("run.input", KeyScope.Runs, ["i"], "input", "change an input, as NAME=VALUE, and run again", _ => new PromptMessage.Opened(PromptKind.Input)) { Unavailable = RunAvailability.Input, FootRank = 4 },
        new("run.file", KeyScope.Runs, ["e"], "next file", "mark the next file that the step quotes", _ => new RunMessage.FileMoved()) { Unavailable = RunAvailability.File, FootRank = 9 },
        new("run.open", KeyScope.Runs, ["o"], "open file", "go to the marked file, in its directory", _ => new RunMessage.FileOpened()) { Unavailable = RunAvailability.File, FootRank = 7 },
        new("run.again", KeyScope.Rested, ["r"], "again", "run again", _ => new RunMessage.AgainAsked()) { FootRank = 4 },
        new("run.cancel", KeyScope.Running, ["x"], "cancel", "cancel the run; what was found so far stays", _ => new RunMessage.CancelAsked()) { FootRank = 2 },
    ];

    public static IEnumerable<DeckCommand> Prompts =>
    [
        new("input.keep", KeyScope.Input, ["Enter"], "run again", "run again with the input that was typed", _ => new PromptMessage.Accepted()) { FootRank = 1 },
        new("input.drop", KeyScope.Input, ["Esc"], "leave it", "leave the inputs as they are", _ => new PromptMessage.Abandoned()) { FootRank = 2 },
        new("save.keep", KeyScope.SaveFix, ["Enter"], "save", "write the fix to the file that was typed", _ => new PromptMessage.Accepted()) { FootRank = 1 },
        new("save.drop", KeyScope.SaveFix, ["Esc"], "do not save", "save nothing", _ => new PromptMessage.Abandoned()) { FootRank = 2 },
    ];
}
