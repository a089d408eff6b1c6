namespace DebugDeck.Commands;

/// <summary>What can be said to every command.</summary>
internal sealed record GlobalOptions
{
    /// <summary>The engine's endpoint, instead of whatever would be found.</summary>
    public string? DockerHost { get; init; }

    /// <summary>A kind of host or one host's name.</summary>
    public string? Host { get; init; }

    public bool NoColor { get; init; }

    /// <summary>Stack traces, and what is done on the way.</summary>
    public bool Verbose { get; init; }
}
