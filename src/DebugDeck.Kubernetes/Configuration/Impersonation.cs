namespace DebugDeck.Kubernetes.Configuration;

/// <summary>Whom to act as (<c>as:</c>, <c>as-groups:</c>, <c>--as</c>, <c>--as-group</c>).</summary>
public sealed record Impersonation(
    string User,
    string? Uid,
    IReadOnlyList<string> Groups,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Extra);
