using System.Text.Json;
using System.Text.Json.Nodes;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Shells;
using DebugDeck.Core.Targets;
using DebugDeck.Kubernetes.Connection;
using DebugDeck.Kubernetes.Pods;

namespace DebugDeck.Kubernetes.Planning;

/// <summary>Says how a debug container would be started for a target. Creates nothing: the server is asked what the user may do, and to take the very request without keeping it.</summary>
/// <param name="connection">The cluster.</param>
/// <param name="toolboxes">The images of the toolboxes.</param>
/// <param name="findShell">Whether the target has a shell, as far as that is known without entering it.</param>
/// <param name="clock">Tells a loop from a start.</param>
internal sealed class PodPlanner(KubeConnection connection, ToolboxCatalog toolboxes, Func<Target, CancellationToken, Task<ShellFinding>> findShell, TimeProvider clock)
{
    /// <exception cref="DebugDeckException">NotFound: the pod or the container is gone. Usage: no such toolbox. Unreachable.</exception>
    public async Task<DebugPlan> PlanAsync(Target target, DebugRequest request, CancellationToken cancellationToken)
    {
        var key = PodKey.Of(target);
        var permissions = AccessReview.AskAsync(connection, key.Namespace, AccessQuestion.All, cancellationToken);
        var shell = findShell(target, cancellationToken);
        var policy = NamespacePolicy.ReadAsync(connection, key.Namespace, cancellationToken);
        var facts = PodFactsReader.Read(await ReadAsync(key, cancellationToken), key.Container, clock.GetUtcNow());
        if (facts.IsWindows)
        {
            await Task.WhenAll(permissions, shell, policy);
            throw new DebugDeckException(
                ErrorKind.Failed,
                $"{facts.Pod} runs on Windows, where a debug container sees neither the files nor the processes of another",
                $"`kubectl exec -it {facts.Pod} -c {facts.Container} -- cmd` enters it, if its image has a shell");
        }

        var drafting = new PlanDraft(facts, target, request, toolboxes, connection.Context.Name, $"{Environment.UserName}@{Environment.MachineName}");
        var answered = await Task.WhenAll(drafting.Candidates(await shell, await permissions).Select(draft => AskAsync(key, draft, cancellationToken)));
        return drafting.Decide(answered, await permissions, clock.GetUtcNow()) with { NamespacePolicy = await policy };
    }

    private async Task<JsonObject> ReadAsync(PodKey key, CancellationToken cancellationToken)
    {
        using var response = await connection.SendAsync(() => connection.Request(HttpMethod.Get, key.Path), cancellationToken);
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        try
        {
            return await JsonNode.ParseAsync(body, cancellationToken: cancellationToken) as JsonObject ?? throw new JsonException("not an object");
        }
        catch (JsonException error)
        {
            throw new DebugDeckException(ErrorKind.Failed, $"{connection.Context.Name} answers with something that is no pod", inner: error);
        }
    }

    private async Task<DraftCandidate> AskAsync(PodKey key, DraftCandidate draft, CancellationToken cancellationToken)
    {
        if (draft.Manifest is null)
        {
            return draft;
        }

        var answer = draft.Candidate.Technique == DebugTechnique.Copy
            ? await DryRun.PostAsync(connection, PodPages.Path(key.Namespace), draft.Manifest, cancellationToken)
            : await DryRun.PatchAsync(connection, key.Path, draft.Manifest, cancellationToken);
        return draft with { Candidate = draft.Candidate with { Accepted = answer.Accepted, ServerMessage = answer.Message, ServerWarnings = answer.Warnings } };
    }
}
