using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using DebugDeck.Core.Errors;
using DebugDeck.Kubernetes.Connection;
using DebugDeck.Kubernetes.Pods;
using DebugDeck.Kubernetes.Watching;

namespace DebugDeck.Kubernetes.Sessions;

/// <summary>Follows one pod until something is decided about it, by a watch, or by looking now and then where the user may not watch.</summary>
internal sealed class PodWait(KubeConnection connection, PodKey pod)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);
    private bool _mayWatch = true;

    /// <summary>The pod each time it has changed, beginning with what it is now, until it is gone or the caller has seen enough.</summary>
    /// <exception cref="DebugDeckException">NotFound: the pod is gone. Unreachable.</exception>
    public async IAsyncEnumerable<PodDocument> FollowAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = await ReadAsync(cancellationToken);
            yield return now;
            await foreach (var next in ChangesAsync(now.Metadata.ResourceVersion, cancellationToken))
            {
                yield return next;
            }

            // The watch has ended or broken: what was missed is in the next look.
            await Task.Delay(LookEvery, connection.Clock, cancellationToken);
        }
    }

    private async IAsyncEnumerable<PodDocument> ChangesAsync(string version, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = _mayWatch ? await WatchAsync(version, cancellationToken) : null;
        if (response is null)
        {
            yield break;
        }

        var lines = PipeReader.Create(await response.Content.ReadAsStreamAsync(cancellationToken));
        try
        {
            while (await NextAsync(lines, cancellationToken) is { } line)
            {
                switch (line)
                {
                    case WatchLine.Changed(var changed):
                        yield return changed;
                        break;
                    case WatchLine.Deleted:
                        throw new DebugDeckException(ErrorKind.NotFound, $"pod {pod.Pod} has been deleted");
                    case WatchLine.Failed:
                        yield break;
                }
            }
        }
        finally
        {
            await lines.CompleteAsync();
        }
    }

    private async Task<HttpResponseMessage?> WatchAsync(string version, CancellationToken cancellationToken)
    {
        var name = Uri.EscapeDataString($"metadata.name={pod.Pod}");
        var query = $"api/v1/namespaces/{Uri.EscapeDataString(pod.Namespace)}/pods?watch=1&fieldSelector={name}&resourceVersion={Uri.EscapeDataString(version)}&timeoutSeconds=300";
        try
        {
            return await connection.SendAsync(() => connection.Request(HttpMethod.Get, query), cancellationToken);
        }
        catch (DebugDeckException error) when (error.InnerException is KubeStatusException { Code: HttpStatusCode.Forbidden })
        {
            _mayWatch = false;
            return null;
        }
        catch (DebugDeckException error) when (error.InnerException is KubeStatusException || error.Kind == ErrorKind.Unreachable)
        {
            // Too old, or away for a moment; the next look tells.
            return null;
        }
    }

    private static async Task<WatchLine?> NextAsync(PipeReader lines, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                var read = await lines.ReadAsync(cancellationToken);
                if (read.Buffer.PositionOf((byte)'\n') is { } end)
                {
                    var parsed = WatchLine.Parse(read.Buffer.Slice(0, end));
                    lines.AdvanceTo(read.Buffer.GetPosition(1, end));
                    if (parsed is not null)
                    {
                        return parsed;
                    }
                }
                else if (read.IsCompleted)
                {
                    return null;
                }
                else
                {
                    lines.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                }
            }
        }
        catch (Exception error) when (error is HttpRequestException or IOException or JsonException)
        {
            return null;
        }
    }

    private async Task<PodDocument> ReadAsync(CancellationToken cancellationToken)
    {
        using var response = await connection.SendAsync(() => connection.Request(HttpMethod.Get, pod.Path), cancellationToken);
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        return (await JsonSerializer.DeserializeAsync(body, PodJson.Default.PodDocument, cancellationToken))!;
    }
}
