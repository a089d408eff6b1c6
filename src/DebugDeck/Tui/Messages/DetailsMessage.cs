using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Shells;
using DebugDeck.Core.Targets.Details;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Messages;

/// <summary>What concerns everything that a host knows of one target.</summary>
internal abstract record DetailsMessage : Message
{
    private DetailsMessage()
    {
    }

    internal sealed record Read(int Page, int Round, TargetDetails Details) : DetailsMessage;

    internal sealed record Failed(int Page, int Round, Problem Problem) : DetailsMessage;

    internal sealed record AnatomyRead(int Page, int Round, TargetAnatomy Anatomy) : DetailsMessage;

    internal sealed record AnatomyFailed(int Page, int Round, Problem Problem) : DetailsMessage;

    /// <summary>The user wants to see what everything rests on, or has seen enough of it.</summary>
    internal sealed record EvidenceTurned : DetailsMessage;

    /// <summary>The user wants it read again.</summary>
    internal sealed record AgainAsked : DetailsMessage;

    /// <summary>The user wants to know about the shell, whatever has to be started for it.</summary>
    internal sealed record ProbeAsked(TargetKey Target) : DetailsMessage;

    internal sealed record Probed(TargetKey Target, ShellFinding Finding) : DetailsMessage;

    internal sealed record ProbeFailed(Problem Problem) : DetailsMessage;
}
