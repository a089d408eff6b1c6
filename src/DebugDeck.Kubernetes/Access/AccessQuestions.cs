using DebugDeck.Core.Errors;
using k8s;
using k8s.Models;

namespace DebugDeck.Kubernetes.Access;

/// <summary>Asks the API server who we are and what we may do, which it tells everybody who is logged in.</summary>
internal static class AccessQuestions
{
    /// <param name="client">The cluster.</param>
    /// <param name="space">The namespace; null for all.</param>
    /// <param name="permission">What for.</param>
    /// <exception cref="DebugDeckException">The server's answer, where it does not answer the question.</exception>
    public static async Task<bool> MayAsync(IKubernetes client, string? space, Permission permission, CancellationToken cancellationToken)
    {
        var parts = permission.Resource.Split('/', 2);
        var review = new V1SelfSubjectAccessReview
        {
            ApiVersion = "authorization.k8s.io/v1",
            Kind = "SelfSubjectAccessReview",
            Spec = new V1SelfSubjectAccessReviewSpec
            {
                ResourceAttributes = new V1ResourceAttributes
                {
                    NamespaceProperty = space,
                    Verb = permission.Verb,
                    Group = "",
                    Resource = parts[0],
                    Subresource = parts.Length == 2 ? parts[1] : null,
                },
            },
        };
        var answer = await client.AuthorizationV1.CreateSelfSubjectAccessReviewAsync(review, cancellationToken: cancellationToken);
        return answer.Status?.Allowed == true;
    }

    /// <summary>The name the server knows us by, and our groups; null where it does not tell (before 1.28).</summary>
    public static async Task<string?> WhoAmIAsync(IKubernetes client, CancellationToken cancellationToken)
    {
        try
        {
            var review = new V1SelfSubjectReview { ApiVersion = "authentication.k8s.io/v1", Kind = "SelfSubjectReview" };
            var user = (await client.AuthenticationV1.CreateSelfSubjectReviewAsync(review, cancellationToken: cancellationToken)).Status?.UserInfo;
            var groups = user?.Groups is { Count: > 0 } some ? $" ({string.Join(", ", some)})" : "";
            return user is null ? null : $"{user.Username}{groups}";
        }
        catch (DebugDeckException error) when (error.Kind is ErrorKind.NotFound or ErrorKind.Failed || Inventory.KubeRefusal.Is(error))
        {
            return null;
        }
    }
}
