namespace DebugDeck.Practice.Containers;

/// <summary>A Role or ClusterRole, bound to a user.</summary>
/// <param name="Binding">The name of the binding, as access reviews show it.</param>
/// <param name="Role">The name of the role.</param>
/// <param name="Namespace">Where it holds: a RoleBinding of that namespace, or null for a ClusterRoleBinding.</param>
public sealed record RoleGrant(string Binding, string Role, string? Namespace, IReadOnlyList<PolicyRule> Rules);
