using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Logs;
using DebugDeck.Core.Targets;
using DebugDeck.Kubernetes.Connection;
using DebugDeck.Kubernetes.Pods;

namespace DebugDeck.Kubernetes.Logs;

/// <summary>
/// Reads the logs of pods' containers. A followed log ends whenever the container does, or the connection breaks; then it is asked for again from where
/// it was, without losing or doubling a line, until the container will not run again.
/// </summary>
internal sealed class PodLogs(KubeConnection connection)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <summary>The lines that are asked for, oldest first; see <see cref="LogRequest"/>.</summary>
    /// <exception cref="DebugDeckException">The server's own sentence where there is no log (it waits to start, it has no earlier run). Unreachable, while not following.</exception>
    public async IAsyncEnumerable<LogLine> ReadAsync(Target target, LogRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var key = PodKey.Of(target);
        var follow = request is { Follow: true, Previous: false };
        var position = new LogPosition(request.Since is { } since ? LogStamp.From(since) : null, isTail: request.Tail > 0);
        var lines = new List<StampedLine>();
        for (var wait = FirstWait; ; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            position.AskAgain();
            var from = position.Since;
            var broken = false;
            using (var response = await OpenAsync(key, request, from, follow, cancellationToken))
            {
                if (response is not null)
                {
                    using var body = new LogBody(await response.Content.ReadAsStreamAsync(cancellationToken));
                    for (var goesOn = true; goesOn;)
                    {
                        lines.Clear();
                        goesOn = await body.ReadAsync(lines, cancellationToken);

                        // The server counts from the whole second, so some of it was delivered before, or came before what is wanted.
                        foreach (var line in lines.Where(line => !(line.Stamp < from) && position.IsNew(line)))
                        {
                            wait = FirstWait;
                            position.Delivered(line, null);
                            yield return line.ToLine();
                        }
                    }

                    Check(body, key, request, follow);
                    broken = body.Broken is not null;
                }
            }

            if (!follow || (!broken && !await MayGoOnAsync(key, cancellationToken)))
            {
                yield break;
            }

            await Task.Delay(wait, connection.Clock, cancellationToken);
        }
    }

    private void Check(LogBody body, PodKey key, LogRequest request, bool follow)
    {
        if (body.Excuse is { } excuse && !follow)
        {
            throw LogAnswers.Removed(key, request.Previous, excuse);
        }

        if (body.Broken is { } broken && !follow)
        {
            throw new DebugDeckException(ErrorKind.Unreachable, $"the connection to {connection.Context.Name} broke while the log was read: {broken.Message}", inner: broken);
        }
    }

    /// <summary>The answer; null while following if there is none for the moment.</summary>
    private async Task<HttpResponseMessage?> OpenAsync(PodKey key, LogRequest request, LogStamp? since, bool follow, CancellationToken cancellationToken)
    {
        try
        {
            var response = await connection.SendAsync(() => connection.Request(HttpMethod.Get, LogQuestion.Path(key, request, since), "*/*"), cancellationToken);
            if (response.StatusCode != HttpStatusCode.NoContent)
            {
                return response;
            }

            response.Dispose();
            return follow ? null : throw LogAnswers.Unscheduled(key, await ReasonAsync(key, cancellationToken));
        }
        catch (DebugDeckException error) when (follow && (error.Kind == ErrorKind.Unreachable || LogAnswers.IsComing(error) || since is not null))
        {
            // Away for a moment, or between two runs; whether there will be more is looked at next.
            return null;
        }
        catch (DebugDeckException error)
        {
            throw LogAnswers.InWords(error, key);
        }
    }

    private async Task<bool> MayGoOnAsync(PodKey key, CancellationToken cancellationToken)
    {
        try
        {
            var pod = await PodAsync(key, cancellationToken);
            return pod.Metadata.Uid == key.Uid && LogFuture.MayGoOn(pod, key.Container);
        }
        catch (DebugDeckException error) when (error.Kind == ErrorKind.NotFound)
        {
            return false;
        }
        catch (DebugDeckException error) when (error.Kind is ErrorKind.Unreachable or ErrorKind.NotPermitted)
        {
            // It comes back, perhaps; and who may read logs need not be allowed to look at pods.
            return true;
        }
    }

    private async Task<string?> ReasonAsync(PodKey key, CancellationToken cancellationToken)
    {
        try
        {
            return PodTrouble.Reason(await PodAsync(key, cancellationToken), null);
        }
        catch (DebugDeckException)
        {
            return null;
        }
    }

    private async Task<PodDocument> PodAsync(PodKey key, CancellationToken cancellationToken)
    {
        using var response = await connection.SendAsync(() => connection.Request(HttpMethod.Get, key.Path), cancellationToken);
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        return (await JsonSerializer.DeserializeAsync(body, PodJson.Default.PodDocument, cancellationToken))!;
    }
}
