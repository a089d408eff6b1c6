using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Logs;
using DebugDeck.Core.Targets;
using Docker.DotNet;
using Docker.DotNet.Models;

namespace DebugDeck.Docker.Logs;

/// <summary>
/// Reads the log of a container. The engine ends a followed log whenever the container stops, and drops it when it is itself restarted;
/// then the log is asked for again from where it broke off, until the container is removed.
/// </summary>
public sealed class DockerLogs(DockerConnection connection)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(50);

    // A look costs the engine half a millisecond, so waiting for the next start by looking is cheaper than a stream of events, and has no gaps.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(500);

    /// <summary>The lines that are asked for, oldest first; see <see cref="LogRequest"/>.</summary>
    /// <exception cref="DebugDeckException">NotFound: no such container, or no earlier run. Unreachable: the engine went away while not following.</exception>
    public async IAsyncEnumerable<LogLine> ReadAsync(Target target, LogRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var container = await InspectAsync(target, cancellationToken);
        var until = request.Previous ? RunBoundary.Of(container.State!) ?? throw NoEarlierRun(target) : (LogStamp?)null;
        var follow = request.Follow && !request.Previous;
        var position = new LogPosition(request.Since is { } since ? LogStamp.From(since) : null, isTail: request.Tail > 0);
        if (follow && request.Tail == 0)
        {
            await SkipToEndAsync(target, container, position, cancellationToken);
        }

        var lines = new List<StampedLine>();
        while (true)
        {
            var isNews = false;
            Exception? broken;
            position.AskAgain();
            using (var log = await TryOpenAsync(target, Question(request, position, follow, until), container, cancellationToken))
            {
                for (var goesOn = log.Broken is null; goesOn;)
                {
                    lines.Clear();
                    goesOn = await log.ReadAsync(lines, cancellationToken);
                    if (!goesOn)
                    {
                        log.End(keepCut: !follow, lines);
                    }

                    foreach (var line in lines.Where(position.IsNew))
                    {
                        isNews = true;
                        position.Delivered(line, log.OldestOpen);
                        yield return line.ToLine();
                    }
                }

                broken = log.Broken;
            }

            if (!follow)
            {
                if (broken is not null)
                {
                    throw DockerErrors.Translate(broken, connection.Info, $"log of '{target.Name}'");
                }

                yield break;
            }

            if (await NextAsync(target, container, isNews || broken is not null, cancellationToken) is not { } next)
            {
                yield break;
            }

            container = next;
        }
    }

    private static ContainerLogsParameters Question(LogRequest request, LogPosition position, bool follow, LogStamp? until) => new()
    {
        ShowStdout = true,
        ShowStderr = true,
        Timestamps = true,
        Follow = follow,
        Since = (position.Since ?? (request.Since is { } since ? LogStamp.From(since) : null))?.ToString(),
        Until = until?.ToString(),

        // What is asked for again begins in the middle.
        Tail = position.Since is null && request.Tail is { } tail ? tail.ToString(CultureInfo.InvariantCulture) : "all",
    };

    // Without knowing the last line there would be nothing to go on from if the connection broke before the first new one.
    private async Task SkipToEndAsync(Target target, ContainerInspectResponse container, LogPosition position, CancellationToken cancellationToken)
    {
        var question = Question(new LogRequest { Tail = 1 }, new LogPosition(), follow: false, until: null);
        using var log = await OpenAsync(target, question, container, cancellationToken);
        var lines = new List<StampedLine>();
        while (await log.ReadAsync(lines, cancellationToken))
        {
            // All of it is wanted at once.
        }

        log.End(keepCut: true, lines);
        if (lines is [.., { Stamp: { } last }])
        {
            position.BeginAfter(last);
        }
    }

    /// <summary>Waits until there may be more to read: the container as it is then, or null if it is gone.</summary>
    private async Task<ContainerInspectResponse?> NextAsync(Target target, ContainerInspectResponse before, bool wasNews, CancellationToken cancellationToken)
    {
        for (var wait = FirstWait; ; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            // Even a running container gets a pause: an engine that ends every answer at once must not be asked in a circle.
            await Task.Delay(wait, connection.Clock, cancellationToken);
            try
            {
                var now = await InspectAsync(target, cancellationToken);

                // The log of a stopped container is asked for until that brings nothing new: the engine may end a followed one before its last line.
                if (wasNews || now.State!.Running || now.State.StartedAt != before.State!.StartedAt)
                {
                    return now;
                }
            }
            catch (DebugDeckException error) when (error.Kind == ErrorKind.NotFound)
            {
                return null;
            }
            catch (DebugDeckException error) when (error.Kind == ErrorKind.Unreachable)
            {
                // It is being restarted, perhaps; whoever follows wants to go on when it is back.
            }
        }
    }

    // An engine that is away when it is asked is the same as one that goes away while it answers.
    private async Task<LogConnection> TryOpenAsync(Target target, ContainerLogsParameters question, ContainerInspectResponse container, CancellationToken cancellationToken)
    {
        try
        {
            return await OpenAsync(target, question, container, cancellationToken);
        }
        catch (DebugDeckException error) when (error.Kind is ErrorKind.Unreachable or ErrorKind.NotFound || IsBeingRemoved(error))
        {
            return new LogConnection(error);
        }
    }

    // The engine refuses the log of a container from the moment its removal begins ("dead or marked for removal").
    private static bool IsBeingRemoved(DebugDeckException error) => error.InnerException is DockerApiException { StatusCode: HttpStatusCode.Conflict };

    private async Task<LogConnection> OpenAsync(Target target, ContainerLogsParameters question, ContainerInspectResponse container, CancellationToken cancellationToken)
    {
        var stream = await connection.AskAsync(
            $"container '{target.Name}'", (engine, token) => engine.Containers.GetContainerLogsAsync(target.Id, question, token), cancellationToken);
        return new LogConnection(stream, container.Config!.Tty == true);
    }

    private Task<ContainerInspectResponse> InspectAsync(Target target, CancellationToken cancellationToken) =>
        connection.AskAsync($"container '{target.Name}'", (engine, token) => engine.Containers.InspectContainerAsync(target.Id, token), cancellationToken);

    private static DebugDeckException NoEarlierRun(Target target) => new(ErrorKind.NotFound, $"'{target.Name}' has no earlier run: this is its first");
}
