namespace DebugDeck.Core.Diagnosis.Gathering;

/// <summary>A request that is answered with a <typeparamref name="TItem"/>: plain data, kept raw, so that a run can be saved and judged again.</summary>
public abstract record EvidenceRequest<TItem> : EvidenceRequest
    where TItem : class;
