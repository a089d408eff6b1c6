using System.Net;
using System.Net.Http.Headers;
using System.Text;
using DebugDeck.Core.Errors;
using DebugDeck.Kubernetes.Connection;
using DebugDeck.Kubernetes.Pods;

namespace DebugDeck.Kubernetes.Sessions;

/// <summary>The three things we ever write to a cluster: a debug container, a copy of a pod, and the end of the copy.</summary>
internal sealed class PodWrites(KubeConnection connection)
{
    private const string Manager = "fieldManager=debugdeck";

    /// <summary>Adds an ephemeral container.</summary>
    /// <param name="pod">The pod.</param>
    /// <param name="patch">The strategic merge patch of the plan; a JSON merge patch would replace the list.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    public async Task AddContainerAsync(PodKey pod, string patch, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(HttpMethod.Patch, $"{pod.Path}/ephemeralcontainers?{Manager}", patch, "application/strategic-merge-patch+json", cancellationToken);
        }
        catch (DebugDeckException error) when (error.InnerException is KubeStatusException { Code: HttpStatusCode.NotFound, Status.Details.Name: null or "" })
        {
            throw new DebugDeckException(
                ErrorKind.Failed, $"{connection.Context.Name} knows no ephemeral containers: it is older than Kubernetes 1.25, or they are switched off", "a copy of the pod can still be looked at", error);
        }
    }

    /// <summary>Creates a pod.</summary>
    public Task CreateAsync(string ns, string manifest, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, $"api/v1/namespaces/{Uri.EscapeDataString(ns)}/pods?{Manager}", manifest, "application/json", cancellationToken);

    /// <summary>Deletes a pod of ours; one that is gone already is as good.</summary>
    public async Task DeleteAsync(PodKey copy, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(HttpMethod.Delete, copy.Path, body: null, "application/json", cancellationToken);
        }
        catch (DebugDeckException error) when (error.Kind == ErrorKind.NotFound)
        {
            // It was deleted by somebody else.
        }
    }

    private async Task SendAsync(HttpMethod method, string path, string? body, string contentType, CancellationToken cancellationToken)
    {
        using var response = await connection.SendAsync(
            () =>
            {
                var request = connection.Request(method, path);
                if (body is not null)
                {
                    request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
                    request.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
                }

                return request;
            },
            cancellationToken);
    }
}
