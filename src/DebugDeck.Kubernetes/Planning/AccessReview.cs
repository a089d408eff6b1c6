using DebugDeck.Core.Debugging.Planning;
using DebugDeck.Core.Errors;
using DebugDeck.Kubernetes.Connection;
using k8s;
using k8s.Models;

namespace DebugDeck.Kubernetes.Planning;

/// <summary>Asks the server what the user may do, all questions at once.</summary>
internal static class AccessReview
{
    /// <returns>An answer to each question in its order; empty if this server does not review access.</returns>
    public static async Task<IReadOnlyList<AccessAnswer>> AskAsync(KubeConnection connection, string space, IReadOnlyList<AccessQuestion> questions, CancellationToken cancellationToken)
    {
        using var client = TypedClient.Over(connection);
        try
        {
            return await Task.WhenAll(questions.Select(question => AskAsync(client, space, question, cancellationToken)));
        }
        catch (DebugDeckException error) when (error.Kind is ErrorKind.NotPermitted or ErrorKind.NotFound)
        {
            return [];
        }
    }

    private static async Task<AccessAnswer> AskAsync(IKubernetes client, string space, AccessQuestion question, CancellationToken cancellationToken)
    {
        var review = new V1SelfSubjectAccessReview
        {
            ApiVersion = "authorization.k8s.io/v1",
            Kind = "SelfSubjectAccessReview",
            Spec = new V1SelfSubjectAccessReviewSpec
            {
                ResourceAttributes = new V1ResourceAttributes
                {
                    NamespaceProperty = space,
                    Verb = question.Verb,
                    Resource = "pods",
                    Subresource = question.Subresource,
                },
            },
        };
        var answer = await client.AuthorizationV1.CreateSelfSubjectAccessReviewAsync(review, cancellationToken: cancellationToken);
        return new AccessAnswer(question.Verb, question.Resource, answer.Status?.Allowed == true, answer.Status?.Reason is { Length: > 0 } reason ? reason : null);
    }
}
