using DebugDeck.Kubernetes.Configuration;

namespace DebugDeck.Kubernetes.Exec;

/// <summary>How an installed kubectl is made to talk to the same cluster as the same user.</summary>
/// <param name="Program">The program, or its path.</param>
/// <param name="Arguments">Its global flags.</param>
public sealed record KubectlIdentity(string Program, IReadOnlyList<string> Arguments)
{
    /// <param name="context">The context that is in use, overrides of the command line applied.</param>
    /// <param name="kubeConfig"><c>--kubeconfig</c>; null where <c>KUBECONFIG</c> or the default file is used, which kubectl finds itself.</param>
    public static KubectlIdentity For(KubeContext context, string? kubeConfig)
    {
        var arguments = new List<string>();
        if (kubeConfig is { Length: > 0 })
        {
            arguments.AddRange(["--kubeconfig", kubeConfig]);
        }

        arguments.AddRange(["--context", context.Name]);
        if (context.User.Impersonation is { } actAs)
        {
            arguments.AddRange(["--as", actAs.User]);
            if (actAs.Uid is { } uid)
            {
                arguments.AddRange(["--as-uid", uid]);
            }

            arguments.AddRange(actAs.Groups.SelectMany(group => new[] { "--as-group", group }));
        }

        return new KubectlIdentity("kubectl", arguments);
    }
}
