namespace DebugDeck.Core.Hosts;

/// <summary>Whether a host answers.</summary>
public enum HostState
{
    /// <summary>Asked, no answer yet.</summary>
    Connecting,

    /// <summary>It answers, and its inventory is live.</summary>
    Ready,

    /// <summary>It does not answer; its targets are shown as they were last seen, and we keep trying.</summary>
    Unreachable,
}
