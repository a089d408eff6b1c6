namespace DebugDeck.Core.Debugging.Planning;

/// <summary>One way to get to a target, what it would see, and what the server says to it.</summary>
public sealed record PlanCandidate
{
    public required DebugTechnique Technique { get; init; }

    /// <summary>One of kubectl's profiles, <c>root</c> (as user 0 with the runtime's usual capabilities), or empty where none applies.</summary>
    public required string Profile { get; init; }

    /// <summary>What is asked for it; null asks for nothing, as for <c>baseline</c>.</summary>
    public DebugSecurity? Security { get; init; }

    /// <summary>The user it would run as: <c>65532:65532</c>; a question mark for what is not known.</summary>
    public string User { get; init; } = "";

    /// <summary>The server takes it (dry run, permissions); null where it was not asked.</summary>
    public bool? Accepted { get; init; }

    /// <summary>The server's own words where it refuses; empty where it says nothing.</summary>
    public string ServerMessage { get; init; } = "";

    /// <summary>What the server accepts with a raised finger (<c>Warning:</c> headers).</summary>
    public IReadOnlyList<string> ServerWarnings { get; init; } = [];

    /// <summary>What it would see of the target.</summary>
    public Visibility Sees { get; init; } = Visibility.Nothing;

    /// <summary>Why it sees that, and what else to know, one sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
