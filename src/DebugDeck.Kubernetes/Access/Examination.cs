using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;
using DebugDeck.Kubernetes.Connection;
using DebugDeck.Kubernetes.Inventory;
using k8s;

namespace DebugDeck.Kubernetes.Access;

/// <summary>What a context can be used for, namespace by namespace: who we are, and each permission that a part of DebugDeck needs.</summary>
internal sealed class Examination(KubeConnection connection, PodScope scope)
{
    private static readonly (string Subject, Permission[] Needs, string Without)[] Parts =
    [
        ("see pods", [new("list", "pods")], "name a namespace that you may look at with -n"),
        ("watch pods", [new("watch", "pods")], "they are listed again every few seconds instead"),
        ("read logs", [new("get", "pods/log")], "logs cannot be read"),
        ("run in containers", [new("get", "pods/exec"), new("create", "pods/exec")], "no shells and no files: `get` alone or `create` alone is not enough for web sockets since 1.35"),
        ("add debug containers", [new("patch", "pods/ephemeralcontainers")], "containers without a shell stay closed"),
    ];

    public async Task<IReadOnlyList<HostFact>> RunAsync(CancellationToken cancellationToken)
    {
        var version = await ServerVersion.ReadAsync(connection, cancellationToken);
        using var client = TypedClient.Over(connection);
        var who = await AccessQuestions.WhoAmIAsync(client, cancellationToken);
        var wanted = scope.Wanted;
        var places = wanted.IsAll ? [null] : wanted.Names.Cast<string?>();
        var answers = await Task.WhenAll(places.SelectMany(place => Parts.Select(part => AskAsync(client, place, part, cancellationToken))));
        return
        [
            new HostFact("server", true, version.Text is { } text ? $"Kubernetes {text}" : "answers, and does not tell its version"),
            new HostFact("whoami", true, who ?? "the server does not tell who we are to it (it does since 1.28)"),
            .. answers,
        ];
    }

    private static async Task<HostFact> AskAsync(
        IKubernetes client, string? place, (string Subject, Permission[] Needs, string Without) part, CancellationToken cancellationToken)
    {
        var subject = $"{part.Subject} in {place ?? "all namespaces"}";
        try
        {
            var missing = new List<Permission>();
            foreach (var need in part.Needs)
            {
                if (!await AccessQuestions.MayAsync(client, place, need, cancellationToken))
                {
                    missing.Add(need);
                }
            }

            return missing.Count == 0
                ? new HostFact(subject, true, $"allowed ({string.Join(", ", part.Needs.Select(need => need.ToString()))})")
                : new HostFact(
                    subject,
                    false,
                    $"you may not {string.Join(", ", missing.Select(need => need.ToString()))}: {part.Without}",
                    $"ask for a Role with {string.Join(", ", missing.Select(need => need.Rule))}");
        }
        catch (DebugDeckException error) when (error.Kind != ErrorKind.Unreachable)
        {
            return new HostFact(subject, false, $"the server does not say: {error.Message}");
        }
    }
}
