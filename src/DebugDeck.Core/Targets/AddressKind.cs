namespace DebugDeck.Core.Targets;

/// <summary>What a <see cref="TargetAddress"/> points at (design.md 4).</summary>
public enum AddressKind
{
    /// <summary><c>NAME</c>: looked up on every host.</summary>
    Any,

    /// <summary><c>docker://NAME-OR-ID</c></summary>
    Docker,

    /// <summary><c>podman://NAME-OR-ID</c></summary>
    Podman,

    /// <summary><c>pod/NAME</c> or <c>pod/NAME/CONTAINER</c></summary>
    Pod,

    /// <summary><c>deploy/NAME</c></summary>
    Deployment,

    /// <summary><c>sts/NAME</c></summary>
    StatefulSet,

    /// <summary><c>ds/NAME</c></summary>
    DaemonSet,

    /// <summary><c>job/NAME</c></summary>
    Job,

    /// <summary><c>image://REF</c>: an image in the local engine, not running.</summary>
    Image,

    /// <summary><c>archive://FILE.tar</c>: an image archive, no engine needed.</summary>
    Archive,
}
