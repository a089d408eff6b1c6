namespace DebugDeck.Kubernetes.Planning;

/// <summary>Something a user of ours needs to be allowed to do in a namespace.</summary>
/// <param name="Verb">The verb as RBAC names it.</param>
/// <param name="Subresource">Of pods: <c>exec</c>; null for pods themselves.</param>
internal sealed record AccessQuestion(string Verb, string? Subresource)
{
    /// <summary>All that a debug container, its files and its log need, or a copy instead.</summary>
    public static IReadOnlyList<AccessQuestion> All { get; } =
    [
        new("patch", "ephemeralcontainers"),
        new("get", "exec"),
        new("create", "exec"),
        new("get", "log"),
        new("create", null),
        new("delete", null),
    ];

    /// <summary>As a Role's rule writes it: <c>pods/exec</c>.</summary>
    public string Resource => Subresource is null ? "pods" : $"pods/{Subresource}";
}
