namespace DebugDeck.Practice.Faults;

/// <summary>One thing that goes wrong, and for which requests.</summary>
/// <param name="Pattern">
/// Which requests, as <c>METHOD /path?query</c> with <c>*</c> for anything: <c>GET /api/v1/pods*watch=true*</c>.
/// </param>
public sealed record Fault(FaultKind Kind, string Pattern)
{
    /// <summary>It happens so many times; then it is used up.</summary>
    public int Times { get; init; } = int.MaxValue;

    /// <summary>How long an answer is held back.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>How much of the answer gets through before the connection is cut.</summary>
    public long AfterBytes { get; init; }

    /// <summary>The seconds that a 429 asks the client to wait.</summary>
    public int RetryAfter { get; init; } = 1;

    /// <summary>The connection breaks before there is an answer.</summary>
    public static Fault Drop(string pattern) => new(FaultKind.Drop, pattern);

    /// <summary>The answer comes late.</summary>
    public static Fault Slow(string pattern, TimeSpan delay) => new(FaultKind.Slow, pattern) { Delay = delay };

    /// <summary>410: what the client knows is too old. A watch gets it as an event, as from a real server.</summary>
    public static Fault Expired(string pattern) => new(FaultKind.Expired, pattern);

    /// <summary>429: the server wants to be left alone for a while.</summary>
    public static Fault TooManyRequests(string pattern, int retryAfter) => new(FaultKind.TooManyRequests, pattern) { RetryAfter = retryAfter };

    /// <summary>500: something broke inside.</summary>
    public static Fault InternalError(string pattern) => new(FaultKind.InternalError, pattern);

    /// <summary>The connection breaks in the middle of the answer, or of a stream.</summary>
    public static Fault Cut(string pattern, long afterBytes) => new(FaultKind.Cut, pattern) { AfterBytes = afterBytes };
}
