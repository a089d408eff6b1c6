using DebugDeck.Core.Errors;

namespace DebugDeck.Kubernetes.Configuration;

/// <summary>What the command line says instead of the kubeconfig.</summary>
/// <param name="ActAs"><c>--as</c>, or null.</param>
/// <param name="ActAsGroups"><c>--as-group</c></param>
public sealed record ContextOverrides(string? ActAs, IReadOnlyList<string> ActAsGroups)
{
    /// <exception cref="DebugDeckException">Usage: groups without anybody to be in them.</exception>
    public KubeContext Apply(KubeContext context)
    {
        if (ActAs is null && ActAsGroups.Count == 0)
        {
            return context;
        }

        var configured = context.User.Impersonation;
        var user = ActAs ?? configured?.User ?? throw new DebugDeckException(ErrorKind.Usage, "--as-group needs --as", "say whom to act as: --as USER --as-group GROUP");
        var impersonation = configured ?? new Impersonation(user, null, [], new Dictionary<string, IReadOnlyList<string>>());
        return context with
        {
            User = context.User with
            {
                Impersonation = impersonation with { User = user, Groups = ActAsGroups.Count > 0 ? ActAsGroups : impersonation.Groups },
            },
        };
    }
}
