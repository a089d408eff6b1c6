namespace DebugDeck.Core.Hosts;

/// <summary>The kinds of place where containers run.</summary>
public enum HostKind
{
    Docker,
    Podman,
    Kubernetes,
}
