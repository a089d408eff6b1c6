namespace DebugDeck.Core.Diagnosis.Gathering;

/// <summary>What came of a request: an item or a gap, never both.</summary>
public sealed record EvidenceAnswer
{
    private EvidenceAnswer(EvidenceRequest request, object? item, EvidenceGap? gap) => (Request, Item, Gap) = (request, item, gap);

    public EvidenceRequest Request { get; }

    /// <summary>Of the type that the request asks for; null where there is a gap.</summary>
    public object? Item { get; }

    public EvidenceGap? Gap { get; }

    public static EvidenceAnswer Of<TItem>(EvidenceRequest<TItem> request, TItem item)
        where TItem : class => new(request, item, null);

    public static EvidenceAnswer Missing(EvidenceRequest request, EvidenceGap gap) => new(request, null, gap);

    public static EvidenceAnswer Missing(EvidenceRequest request, string reason, string? hint = null) => new(request, null, new EvidenceGap(reason, hint));
}
