namespace DebugDeck.Kubernetes.Pods;

/// <summary>One page of pods.</summary>
internal sealed record PodListDocument(PodListDocument.ListMetadata Metadata, IReadOnlyList<PodDocument> Items)
{
    internal sealed record ListMetadata(string? Continue, string? ResourceVersion, long? RemainingItemCount);
}
