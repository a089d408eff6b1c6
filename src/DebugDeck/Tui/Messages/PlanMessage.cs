using DebugDeck.Core.Debugging;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Messages;

/// <summary>What concerns the plan of a shell, and the shell itself.</summary>
internal abstract record PlanMessage : Message
{
    private PlanMessage()
    {
    }

    internal sealed record Asked(TargetKey Target) : PlanMessage;

    internal sealed record Made(int Page, DebugPlan Plan) : PlanMessage;

    internal sealed record Failed(int Page, Problem Problem) : PlanMessage;

    /// <summary>The user says yes.</summary>
    internal sealed record Confirmed : PlanMessage;

    internal sealed record Progressed(int Page, string Text) : PlanMessage;

    /// <summary>The session runs; the terminal can be handed over.</summary>
    internal sealed record Ready(int Page, TargetKey Target) : PlanMessage;

    /// <summary>The terminal is back.</summary>
    internal sealed record Returned(Note Note) : PlanMessage;
}
