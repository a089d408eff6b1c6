using DebugDeck.Core.Errors;
using DebugDeck.Core.Files;
using DebugDeck.Core.Images;
using DebugDeck.Core.Targets;
using DebugDeck.Core.Targets.Details;
using DebugDeck.Docker.Details;
using DebugDeck.Docker.Files;
using Docker.DotNet.Models;

namespace DebugDeck.Docker.Images;

/// <summary>
/// An image of an engine, looked at through a container that is created from it and never started: 20 ms for any size, where <c>save</c> writes all layers to disk first
/// and takes seconds for a large one. The container goes away with this.
/// </summary>
public sealed class EngineImage : IImageSource
{
    /// <summary>On the container, so that one that a killed program left behind is known for what it is.</summary>
    public const string Label = "io.debugdeck.look";

    private readonly DockerConnection _connection;
    private readonly string _container;

    private EngineImage(DockerConnection connection, string container, ImageFacts facts, IContainerFiles files)
    {
        _connection = connection;
        _container = container;
        Facts = facts;
        Files = files;
    }

    public ImageFacts Facts { get; }

    public IContainerFiles Files { get; }

    public IReadOnlyList<string> Problems => [];

    /// <exception cref="DebugDeckException">NotFound: the engine does not have the image.</exception>
    public static async Task<EngineImage> OpenAsync(DockerConnection connection, string reference, CancellationToken cancellationToken)
    {
        var facts = await new DockerDetails(connection).ImageAsync(reference, reference, cancellationToken);
        var container = await CreateAsync(connection, reference, cancellationToken);
        var target = new Target
        {
            Id = container,
            Address = new TargetAddress(AddressKind.Image, reference),
            Host = connection.Info.Name,
            Name = reference,
            Image = reference,
            ImageId = facts.Digest,
        };
        return new EngineImage(connection, container, facts, new DockerFiles(connection, target));
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            // Cancelled or not, it has to go. Volumes that the image declares were made with it.
            await _connection.AskAsync(
                $"container '{_container}'",
                (engine, token) => engine.Containers.RemoveContainerAsync(_container, new ContainerRemoveParameters { Force = true, RemoveVolumes = true }, token),
                CancellationToken.None);
        }
        catch (DebugDeckException)
        {
            // Gone already, or the engine is: in either case there is nothing left to do, and what was looked at is still true.
        }
    }

    private static async Task<string> CreateAsync(DockerConnection connection, string reference, CancellationToken cancellationToken)
    {
        var parameters = new CreateContainerParameters
        {
            Image = reference,
            // An image without a command is refused otherwise.
            Entrypoint = ["/never-started"],
            Labels = new Dictionary<string, string> { [Label] = "image" },
            HostConfig = new HostConfig { NetworkMode = "none" },
        };
        var created = await connection.AskAsync($"image '{reference}'", (engine, token) => engine.Containers.CreateContainerAsync(parameters, token), cancellationToken);
        return created.ID;
    }
}
