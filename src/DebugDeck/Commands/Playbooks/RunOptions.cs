using DebugDeck.Core.Debugging;
using DebugDeck.Core.Targets;
using DebugDeck.Output;

namespace DebugDeck.Commands.Playbooks;

/// <summary>What <c>run</c> is asked for.</summary>
internal sealed record RunOptions
{
    public string? Playbook { get; init; }

    public TargetAddress? Address { get; init; }

    public required IReadOnlyDictionary<string, string> Given { get; init; }

    public IReadOnlyList<string> Files { get; init; } = [];

    public RunFormat Format { get; init; }

    public FailOn FailOn { get; init; }

    public required DebugRequest Request { get; init; }

    public bool Yes { get; init; }

    public bool NoSession { get; init; }

    public string? Save { get; init; }

    public string? Replay { get; init; }

    /// <summary>Where authorities go that servers sent and the program lacks.</summary>
    public string? AuthoritiesTo { get; init; }
}
