using DebugDeck.Core.Errors;

namespace DebugDeck.Kubernetes.Sessions;

/// <summary>How far the start of a debug container is.</summary>
internal abstract record StartState
{
    private StartState()
    {
    }

    internal sealed record Running : StartState;

    /// <summary>It may still come; the words say what is being waited for.</summary>
    internal sealed record Waiting(string Words) : StartState;

    /// <summary>It will not come, or only by chance: waiting any longer helps nobody.</summary>
    internal sealed record Failed(DebugDeckException Why) : StartState;
}
