using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Shells;

namespace DebugDeck.Core.Targets;

/// <summary>One container to troubleshoot, running or not: a row of the inventory.</summary>
public sealed record Target
{
    /// <summary>Stable and unique within the host: a container id, or pod uid and container name.</summary>
    public required string Id { get; init; }

    /// <summary>How a user can name it again.</summary>
    public required TargetAddress Address { get; init; }

    /// <summary>The name of its host (<see cref="Hosts.HostInfo.Name"/>).</summary>
    public required string Host { get; init; }

    /// <summary>The container's name without the leading slash that Docker puts there, or its pod's name.</summary>
    public required string Name { get; init; }

    /// <summary>The container's name inside its pod; null where there are no pods.</summary>
    public string? Container { get; init; }

    /// <summary>What it is for in its pod.</summary>
    public ContainerRole Role { get; init; }

    /// <summary>The reference it was started from, as the user wrote it.</summary>
    public required string Image { get; init; }

    /// <summary>The image's digest or id (<c>sha256:…</c>), the key of everything that never changes about it; empty when not known.</summary>
    public string ImageId { get; init; } = "";

    public ContainerState State { get; init; }

    /// <summary>Why it is in that state, in words: <c>exit 1, 14 restarts, last 20 s ago</c>; null when there is nothing to say.</summary>
    public string? Reason { get; init; }

    public ContainerHealth Health { get; init; }

    /// <summary>The code of its last end; null while it has never ended.</summary>
    public int? ExitCode { get; init; }

    public int Restarts { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Start of the present or last run; null if it never ran.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>End of the last run; null while running or never run.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>The configured user (<c>65532:65532</c>, <c>nobody</c>, empty for the image's default, which is root if the image says nothing).</summary>
    public string User { get; init; } = "";

    /// <summary>Compose project, or Kubernetes namespace; null if neither.</summary>
    public string? Project { get; init; }

    /// <summary>The node it runs on; null where that is the host itself.</summary>
    public string? Node { get; init; }

    /// <summary>What controls its pod (<c>ReplicaSet/web-6c75</c>); null if nothing does.</summary>
    public string? Owner { get; init; }

    /// <summary>The container was created with a terminal, so its log is one stream.</summary>
    public bool Tty { get; init; }

    /// <summary>It is one of our own debug containers, not something to troubleshoot.</summary>
    public bool IsDebugContainer { get; init; }

    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>What is known about its shell so far.</summary>
    public ShellFinding Shell { get; init; } = ShellFinding.NotLookedAt;

    /// <summary>The family of its base image, as far as the reference alone tells.</summary>
    public FamilyGuess Family => FamilyGuess.FromReference(Image);
}
