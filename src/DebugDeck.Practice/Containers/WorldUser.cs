namespace DebugDeck.Practice.Containers;

/// <summary>A user of the cluster and what is granted to it.</summary>
/// <param name="Name">The name that RBAC messages show.</param>
/// <param name="Groups">The groups besides <c>system:authenticated</c>; <c>system:masters</c> may do everything.</param>
/// <param name="DefaultNamespace">The namespace of the context in the user's kubeconfig.</param>
public sealed record WorldUser(string Name, IReadOnlyList<string> Groups, string DefaultNamespace, IReadOnlyList<RoleGrant> Grants);
