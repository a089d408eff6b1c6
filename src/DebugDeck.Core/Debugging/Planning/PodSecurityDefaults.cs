namespace DebugDeck.Core.Debugging.Planning;

/// <summary>What a pod sets for all its containers, ephemeral ones included. Null leaves it to the container and its image.</summary>
public sealed record PodSecurityDefaults
{
    public static PodSecurityDefaults None { get; } = new();

    public long? RunAsUser { get; init; }

    public long? RunAsGroup { get; init; }

    public bool? RunAsNonRoot { get; init; }

    /// <summary>Groups that each process of the pod is in besides its own (<c>supplementalGroups</c>, <c>fsGroup</c>).</summary>
    public IReadOnlyList<long> Groups { get; init; } = [];
}
