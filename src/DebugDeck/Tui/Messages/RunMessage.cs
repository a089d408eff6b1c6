using DebugDeck.Core.Debugging;
using DebugDeck.Core.Playbooks;
using DebugDeck.Core.Playbooks.Running;
using DebugDeck.Core.Playbooks.Triage;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Messages;

/// <summary>What concerns playbooks and their runs.</summary>
internal abstract record RunMessage : Message
{
    private RunMessage()
    {
    }

    /// <summary>The user wants to see which playbooks help.</summary>
    internal sealed record ListAsked(TargetKey Target) : RunMessage;

    /// <summary>A first look was taken.</summary>
    internal sealed record Triaged(int Page, TargetKey Target, TriageReport Report, IReadOnlyList<Playbook> Playbooks, IReadOnlyList<string> Bad) : RunMessage;

    internal sealed record TriageFailed(int Page, Problem Problem) : RunMessage;

    /// <summary>Run the selected playbook.</summary>
    internal sealed record Chosen : RunMessage;

    /// <summary>Run the selected playbook, and wait after each step.</summary>
    internal sealed record StepwiseChosen : RunMessage;

    /// <summary>The next step.</summary>
    internal sealed record StepAsked : RunMessage;

    /// <summary>All steps that are left.</summary>
    internal sealed record RestAsked : RunMessage;

    /// <summary>The next file that the selected step quotes.</summary>
    internal sealed record FileMoved : RunMessage;

    /// <summary>Go to that file.</summary>
    internal sealed record FileOpened : RunMessage;

    /// <summary>So far it is.</summary>
    internal sealed record Progressed(int Page, int Round, RunReport Report) : RunMessage;

    /// <summary>What is being waited for.</summary>
    internal sealed record Said(int Page, int Round, string Text) : RunMessage;

    /// <summary>It cannot go on without a debug container, which only the user can allow.</summary>
    internal sealed record SessionWanted(int Page, int Round, DebugPlan Plan, IReadOnlyList<string> Steps) : RunMessage;

    internal sealed record Finished(int Page, int Round, RunReport Report, DateTimeOffset At) : RunMessage;

    internal sealed record Failed(int Page, int Round, Problem Problem, DateTimeOffset At) : RunMessage;

    /// <summary>The user allows the debug container.</summary>
    internal sealed record Allowed : RunMessage;

    internal sealed record AgainAsked : RunMessage;

    internal sealed record CancelAsked : RunMessage;

    /// <summary>The next fix of the selected step.</summary>
    internal sealed record FixMoved : RunMessage;

    /// <summary>Put the fix on the clipboard.</summary>
    internal sealed record FixTaken : RunMessage;

    internal sealed record Saved(int Page, string Path) : RunMessage;

    internal sealed record SaveFailed(int Page, Problem Problem) : RunMessage;
}
