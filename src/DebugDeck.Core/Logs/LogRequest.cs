namespace DebugDeck.Core.Logs;

/// <summary>Which part of a log is wanted; the options of <c>kubectl logs</c> and <c>docker logs</c>.</summary>
public sealed record LogRequest
{
    /// <summary>Go on with new lines, over restarts of the target and of the engine.</summary>
    public bool Follow { get; init; }

    /// <summary>Only lines at or after this moment.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Only the last so many of the lines there are now; null for all.</summary>
    public int? Tail { get; init; }

    /// <summary>The run before the present one.</summary>
    public bool Previous { get; init; }
}
