namespace DebugDeck.Core.Debugging.Planning;

/// <summary>The security context asked for a debug container. Null and empty leave a field out, which is not the same as setting it.</summary>
public sealed record DebugSecurity
{
    public long? RunAsUser { get; init; }

    public long? RunAsGroup { get; init; }

    public bool? RunAsNonRoot { get; init; }

    public bool? Privileged { get; init; }

    public bool? AllowPrivilegeEscalation { get; init; }

    /// <summary>Without the <c>CAP_</c>.</summary>
    public IReadOnlyList<string> AddedCapabilities { get; init; } = [];

    public IReadOnlyList<string> DroppedCapabilities { get; init; } = [];

    /// <summary><c>RuntimeDefault</c>; null leaves it to the pod.</summary>
    public string? SeccompProfile { get; init; }
}
