using DebugDeck.Practice.Api;
using DebugDeck.Practice.Containers;
using DebugDeck.Practice.Objects;

namespace DebugDeck.Practice.Rbac;

/// <summary>RBAC: what no rule allows is forbidden.</summary>
internal static class Authorizer
{
    public const string Masters = "system:masters";

    /// <summary>What every user may do, so that tools can find out what else they may do.</summary>
    public static IReadOnlyList<PolicyRule> BasicRules { get; } =
    [
        new(["authorization.k8s.io"], ["selfsubjectaccessreviews", "selfsubjectrulesreviews"], ["create"], []),
        new(["authentication.k8s.io"], ["selfsubjectreviews"], ["create"], []),
    ];

    public static AccessDecision Decide(WorldUser user, AccessAttributes wanted)
    {
        // The real authorizer lets this group through before it looks at any binding, and so gives no reason.
        if (user.Groups.Contains(Masters))
            return new AccessDecision(true);
        foreach (var grant in user.Grants)
        {
            if ((grant.Namespace is null || grant.Namespace == wanted.Namespace) && grant.Rules.Any(rule => Allows(rule, wanted)))
                return new AccessDecision(true, Reason(user, grant));
        }

        return BasicRules.Any(rule => Allows(rule, wanted))
            ? new AccessDecision(true, "RBAC: allowed by ClusterRoleBinding \"system:basic-user\" of ClusterRole \"system:basic-user\" to Group \"system:authenticated\"")
            : new AccessDecision(false);
    }

    /// <exception cref="ApiException">403 in the words of a real server.</exception>
    public static void Require(WorldUser user, RequestInfo info)
    {
        var wanted = new AccessAttributes(info.Verb, info.Group, info.RbacResource, info.Namespace, info.Name);
        if (!Decide(user, wanted).Allowed)
            throw Forbidden(user, info);
    }

    public static ApiException Forbidden(WorldUser user, RequestInfo info)
    {
        var kind = new ResourceKind(info.Group, info.Version, info.Resource, info.Resource, true);
        var where = string.IsNullOrEmpty(info.Namespace) ? "at the cluster scope" : $"in the namespace \"{info.Namespace}\"";
        return Forbidden(kind, info.Name, $"User \"{user.Name}\" cannot {info.Verb} resource \"{info.RbacResource}\" in API group \"{info.Group}\" {where}");
    }

    /// <summary>403 for an object, with the reason that follows "is forbidden: ".</summary>
    public static ApiException Forbidden(ResourceKind kind, string? name, string why)
    {
        var what = name is null ? kind.QualifiedName : $"{kind.QualifiedName} \"{name}\"";
        return new ApiException(403, "Forbidden", $"{what} is forbidden: {why}", ApiException.Details(kind, name, kind.Plural));
    }

    private static bool Allows(PolicyRule rule, AccessAttributes wanted)
    {
        return Matches(rule.Verbs, wanted.Verb)
            && Matches(rule.ApiGroups, wanted.Group)
            && (Matches(rule.Resources, wanted.Resource) || MatchesSubresource(rule.Resources, wanted.Resource))
            && (rule.ResourceNames.Count == 0 || (wanted.Name is not null && rule.ResourceNames.Contains(wanted.Name)));
    }

    private static bool Matches(IReadOnlyList<string> allowed, string wanted) => allowed.Contains("*") || allowed.Contains(wanted);

    /// <summary>The one pattern that RBAC knows: <c>*/scale</c>.</summary>
    private static bool MatchesSubresource(IReadOnlyList<string> allowed, string wanted)
    {
        var slash = wanted.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && allowed.Contains($"*{wanted[slash..]}");
    }

    private static string Reason(WorldUser user, RoleGrant grant)
    {
        return grant.Namespace is null
            ? $"RBAC: allowed by ClusterRoleBinding \"{grant.Binding}\" of ClusterRole \"{grant.Role}\" to User \"{user.Name}\""
            : $"RBAC: allowed by RoleBinding \"{grant.Binding}/{grant.Namespace}\" of Role \"{grant.Role}\" to User \"{user.Name}\"";
    }
}
