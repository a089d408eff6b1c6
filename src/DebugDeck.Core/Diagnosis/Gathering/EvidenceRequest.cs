namespace DebugDeck.Core.Diagnosis.Gathering;

/// <summary>
/// One thing that a check wants to know about a target. Requests with the same <see cref="Key"/> are one request: it is asked once in a run, whoever wants it.
/// </summary>
public abstract record EvidenceRequest
{
    /// <summary>What tells it from every other request, kind included: <c>lookup 10.96.0.10 A shop.example.com.</c></summary>
    public abstract string Key { get; }
}
