using System.Text;

namespace DebugDeck.Kubernetes.Planning;

/// <summary>The Role to ask an administrator for, ready for <c>kubectl apply</c> once it is bound.</summary>
internal static class RoleRules
{
    /// <summary>A Role with a rule for each resource among the missing permissions.</summary>
    public static string Role(string space, IEnumerable<AccessQuestion> missing)
    {
        var text = new StringBuilder(
            $"""
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata:
              name: debugdeck
              namespace: {space}
            rules:
            """);
        foreach (var rule in missing.GroupBy(question => question.Resource))
        {
            text.Append('\n').Append(Rule(rule.Key, rule.Select(question => question.Verb)));
        }

        return text.ToString();
    }

    /// <summary>One rule, as an entry of a Role's <c>rules</c>.</summary>
    public static string Rule(string resource, IEnumerable<string> verbs) =>
        $"""
        - apiGroups: [""]
          resources: ["{resource}"]
          verbs: [{string.Join(", ", verbs.Select(verb => $"\"{verb}\""))}]
        """;
}
