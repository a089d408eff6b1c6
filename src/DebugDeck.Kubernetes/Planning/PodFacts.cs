using System.Text.Json.Nodes;
using DebugDeck.Core.Debugging.Planning;
using DebugDeck.Core.Targets;

namespace DebugDeck.Kubernetes.Planning;

/// <summary>What a pod's JSON tells about one of its containers, as far as a plan depends on it.</summary>
internal sealed record PodFacts
{
    public required string Namespace { get; init; }

    public required string Pod { get; init; }

    public required string Container { get; init; }

    public required string Image { get; init; }

    public ContainerRole Role { get; init; }

    public TargetIdentity Identity { get; init; } = TargetIdentity.Unknown;

    /// <summary>What its process may do, for the kernel's rule.</summary>
    public ProcessRights Rights { get; init; } = new();

    public DebugSecurity? Security { get; init; }

    public PodSecurityDefaults PodSecurity { get; init; } = PodSecurityDefaults.None;

    /// <summary>The default capabilities of the node's runtime.</summary>
    public IReadOnlySet<string> RuntimeDefaults { get; init; } = CapabilitySets.Containerd;

    public bool SharesProcesses { get; init; }

    public bool HostProcesses { get; init; }

    /// <summary>The pod has a user namespace of its own (<c>hostUsers: false</c>).</summary>
    public bool OwnUsers { get; init; }

    public bool IsWindows { get; init; }

    /// <summary>The kubelet reads it from a file on the node; the API server takes no ephemeral containers for it.</summary>
    public bool IsStatic { get; init; }

    public bool IsRunning { get; init; }

    /// <summary>It runs just now, and has ended before so shortly after its start that it will again.</summary>
    public bool IsCrashLooping { get; init; }

    /// <summary>It has run at some time.</summary>
    public bool HasRun { get; init; }

    /// <summary>The pod has ended or is being deleted: nothing will run in it again.</summary>
    public bool IsOver { get; init; }

    /// <summary>Why it waits: <c>ImagePullBackOff</c>, <c>CreateContainerConfigError</c>, <c>CrashLoopBackOff</c>; empty if it does not.</summary>
    public string WaitingReason { get; init; } = "";

    public string WaitingMessage { get; init; } = "";

    /// <summary>The pod has no node yet.</summary>
    public bool IsUnscheduled { get; init; }

    public IReadOnlyList<FailedAttempt> Failed { get; init; } = [];

    public IReadOnlyList<RunningAttempt> Running { get; init; } = [];

    /// <summary>The names of all its containers, of each kind: a new one must have another.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>What the pod is, for a copy.</summary>
    public JsonObject Json { get; init; } = [];
}
