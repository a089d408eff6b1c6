using DebugDeck.Core.Debugging.Planning;
using DebugDeck.Core.Errors;
using DebugDeck.Kubernetes.Access;
using DebugDeck.Kubernetes.Connection;
using k8s;

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

    private static async Task<AccessAnswer> AskAsync(IKubernetes client, string space, AccessQuestion question, CancellationToken cancellationToken) => new(
        question.Verb,
        question.Resource,
        await AccessQuestions.MayAsync(client, space, new Permission(question.Verb, question.Resource), cancellationToken));
}
