using DebugDeck.Core.Errors;
using Docker.DotNet.Models;

namespace DebugDeck.Docker.Sessions;

/// <summary>Asks the engine for the facts that planning needs. Creates nothing.</summary>
internal sealed class TargetInspection(DockerConnection connection)
{
    public async Task<TargetFacts> ReadAsync(string targetId, IEnumerable<string> images, CancellationToken cancellationToken)
    {
        var container = await InspectAsync(targetId, cancellationToken);
        var present = new HashSet<string>();
        foreach (var image in images.Distinct())
        {
            if (await ImageIdAsync(image, cancellationToken) is not null)
            {
                present.Add(image);
            }
        }

        return new TargetFacts(
            container,
            await ImageOfAsync(container, cancellationToken),
            TargetFacts.NetworkOwner(container) is { } owner && await RunsAsync(owner, cancellationToken),
            present,
            connection.Clock.GetUtcNow());
    }

    /// <summary>The id of an image of the engine; null if it has none of that name.</summary>
    public async Task<string?> ImageIdAsync(string image, CancellationToken cancellationToken)
    {
        try
        {
            return (await connection.AskAsync($"image '{image}'", (engine, token) => engine.Images.InspectImageAsync(image, token), cancellationToken)).ID;
        }
        catch (DebugDeckException error) when (error.Kind == ErrorKind.NotFound)
        {
            return null;
        }
    }

    // A tag may have moved on since the target was made; its image then has no other name than its id.
    private async Task<string?> ImageOfAsync(ContainerInspectResponse container, CancellationToken cancellationToken) =>
        container.Config?.Image is { Length: > 0 } name && await ImageIdAsync(name, cancellationToken) == container.Image ? name
        : await ImageIdAsync(container.Image, cancellationToken);

    private async Task<bool> RunsAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return (await InspectAsync(id, cancellationToken)).State is { Running: true, Restarting: not true };
        }
        catch (DebugDeckException error) when (error.Kind == ErrorKind.NotFound)
        {
            return false;
        }
    }

    private Task<ContainerInspectResponse> InspectAsync(string id, CancellationToken cancellationToken) =>
        connection.AskAsync($"container '{id}'", (engine, token) => engine.Containers.InspectContainerAsync(id, token), cancellationToken);
}
