namespace DebugDeck.Practice.Faults;

/// <summary>The ways in which a request can go wrong.</summary>
public enum FaultKind
{
    Drop,
    Slow,
    Expired,
    TooManyRequests,
    InternalError,
    Cut,
}
