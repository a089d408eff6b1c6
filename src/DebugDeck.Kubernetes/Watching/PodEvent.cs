using DebugDeck.Core.Errors;
using DebugDeck.Kubernetes.Pods;

namespace DebugDeck.Kubernetes.Watching;

/// <summary>What following a set of pods brings, in order.</summary>
internal abstract record PodEvent
{
    private PodEvent()
    {
    }

    /// <summary>What was known before no longer counts: the pods that follow, up to <see cref="Synced"/>, are all there are.</summary>
    internal sealed record Reset : PodEvent;

    /// <summary>A pod as it is now.</summary>
    internal sealed record Changed(PodDocument Pod) : PodEvent;

    /// <summary>A pod is gone.</summary>
    internal sealed record Deleted(PodDocument Pod) : PodEvent;

    /// <summary>All pods have been told; from here on there are only changes.</summary>
    internal sealed record Synced : PodEvent;

    /// <summary>A page has been told; more follow.</summary>
    internal sealed record PageEnd : PodEvent;

    /// <summary>The server is out of reach or refuses; it is tried again.</summary>
    internal sealed record Lost(DebugDeckException Why) : PodEvent;

    /// <summary>The server answers again.</summary>
    internal sealed record Found : PodEvent;
}
