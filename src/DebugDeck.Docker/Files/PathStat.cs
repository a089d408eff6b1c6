using System.Net;
using DebugDeck.Core.Files;
using Docker.DotNet;
using Docker.DotNet.Models;

namespace DebugDeck.Docker.Files;

/// <summary>One path of a container by <c>HEAD /containers/ID/archive</c>: half a millisecond, in any state of the container.</summary>
internal static class PathStat
{
    /// <summary>What is there; null for a missing path, and for a missing container, which the engine does not tell apart (a HEAD has no body).</summary>
    public static Task<FileEntry?> AskAsync(DockerConnection connection, string containerId, string path, CancellationToken cancellationToken) =>
        connection.AskAsync($"file '{path}'", async (engine, token) =>
        {
            var question = new ContainerPathStatParameters { Path = path };
            try
            {
                var answer = await engine.Containers.GetArchiveFromContainerAsync(containerId, question, statOnly: true, token);
                return FromAnswer(path, answer.Stat);
            }
            catch (DockerApiException error) when (error.StatusCode == HttpStatusCode.NotFound)
            {
                return null;
            }
            catch (DockerApiException error) when (error.StatusCode == HttpStatusCode.InternalServerError)
            {
                return await WhyAsync(engine, containerId, question, token);
            }
        }, cancellationToken);

    internal static FileEntry FromAnswer(string path, ContainerPathStatResponse stat)
    {
        var mode = stat.Mode;
        var kind = GoFileMode.Kind(mode);
        return new FileEntry(
            ContainerPath.Normalize(path),
            kind,
            kind == FileKind.Regular ? stat.Size : 0,
            GoFileMode.Permissions(mode),
            new DateTimeOffset(DateTime.SpecifyKind(stat.Mtime.ToUniversalTime(), DateTimeKind.Utc)),
            // Podman fills it for plain files too.
            kind == FileKind.Link ? stat.LinkTarget : null);
    }

    // The engine answers 500 to a path through a file and to links in circles; only the body of a GET says which.
    private static async Task<FileEntry?> WhyAsync(IDockerClient engine, string containerId, ContainerPathStatParameters question, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await engine.Containers.GetArchiveFromContainerAsync(containerId, question, statOnly: false, cancellationToken);
            if (answer.Stream is { } body)
            {
                await body.DisposeAsync();
            }

            return FromAnswer(question.Path, answer.Stat);
        }
        catch (DockerApiException error) when (error.ResponseBody?.Contains("not a directory", StringComparison.Ordinal) == true)
        {
            return null;
        }
        catch (DockerApiException error) when (error.ResponseBody?.Contains("too many links", StringComparison.Ordinal) == true)
        {
            // A link that leads to itself is what it comes to.
            return new FileEntry(question.Path, FileKind.Link, 0, UnixFileMode.None, DateTimeOffset.UnixEpoch, LinkTarget: question.Path);
        }
    }
}
