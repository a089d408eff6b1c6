namespace DebugDeck.Practice.Containers;

/// <summary>One rule of a role, with the meaning it has in RBAC: <c>*</c> matches everything, <c>pods/*</c> is not a pattern.</summary>
/// <param name="ApiGroups">The API groups; the core group is the empty string.</param>
/// <param name="Resources">Resources and subresources, such as <c>pods</c> and <c>pods/exec</c>.</param>
/// <param name="ResourceNames">The only objects it holds for; empty for all.</param>
public sealed record PolicyRule(
    IReadOnlyList<string> ApiGroups,
    IReadOnlyList<string> Resources,
    IReadOnlyList<string> Verbs,
    IReadOnlyList<string> ResourceNames);
