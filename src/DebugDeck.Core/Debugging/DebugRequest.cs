namespace DebugDeck.Core.Debugging;

/// <summary>What the user asks for.</summary>
public sealed record DebugRequest
{
    /// <summary><c>busybox</c>, <c>netshoot</c>, or any image reference.</summary>
    public string Toolbox { get; init; } = "busybox";

    /// <summary><c>auto</c> or one of kubectl's profiles; engines other than Kubernetes know only <c>auto</c>.</summary>
    public string Profile { get; init; } = "auto";

    /// <summary>The debug container ends itself after this long, whatever happens to us.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromHours(1);
}
