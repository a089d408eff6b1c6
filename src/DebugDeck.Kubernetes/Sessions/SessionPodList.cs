namespace DebugDeck.Kubernetes.Sessions;

/// <summary>One page of pods, as far as sessions are concerned.</summary>
internal sealed record SessionPodList(SessionPodList.MetadataPart Metadata, IReadOnlyList<SessionPod> Items)
{
    internal sealed record MetadataPart(string? Continue);
}
