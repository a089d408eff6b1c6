using DebugDeck.Core.Errors;
using DebugDeck.Core.Targets;
using Docker.DotNet.Models;

namespace DebugDeck.Docker.Inventory;

/// <summary>Asks the engine about its containers.</summary>
internal sealed class ContainerReader(DockerConnection connection)
{
    /// <summary>More at a time only queue up in the engine (library-notes A.2).</summary>
    public const int AtOnce = 4;

    /// <summary>All containers, as the list alone tells.</summary>
    public async Task<IReadOnlyList<Target>> ListAsync(CancellationToken cancellationToken)
    {
        var containers = await connection.AskAsync(
            "containers",
            (engine, token) => engine.Containers.ListContainersAsync(new ContainersListParameters { All = true }, token),
            cancellationToken);
        return [.. containers.Select(container => ContainerMapper.FromList(container, connection.Info))];
    }

    /// <summary>One container in full; null if it is gone.</summary>
    public async Task<Target?> InspectAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            var container = await connection.AskAsync(
                $"container '{id}'", (engine, token) => engine.Containers.InspectContainerAsync(id, token), cancellationToken);
            return ContainerMapper.FromInspection(container, connection.Info);
        }
        catch (DebugDeckException error) when (error.Kind == ErrorKind.NotFound)
        {
            return null;
        }
    }

    /// <summary>
    /// The listed containers in full, in their order, without those that are gone by now. What the engine does not tell in time stays as it was
    /// listed: a container that is stuck while being removed holds its lock, and asking for it hangs while all else is well.
    /// </summary>
    public async Task<IReadOnlyList<Target>> InspectAsync(IReadOnlyList<Target> listed, CancellationToken cancellationToken)
    {
        var full = listed.ToArray<Target?>();
        using var limit = new CancellationTokenSource(DockerConnection.AnswerLimit, connection.Clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = both.Token };
            await Parallel.ForAsync(0, full.Length, options, async (index, token) =>
                full[index] = await InspectOrKeepAsync(listed[index], token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time is up; what was listed is better than nothing.
        }

        return [.. full.OfType<Target>()];
    }

    /// <summary>One container in full; as it was listed if the engine cannot say; null if it is gone.</summary>
    public async Task<Target?> InspectOrKeepAsync(Target listed, CancellationToken cancellationToken)
    {
        try
        {
            return await InspectAsync(listed.Id, cancellationToken);
        }
        catch (DebugDeckException)
        {
            // If the engine itself is lost, the watch or the next question says so.
            return listed;
        }
    }
}
