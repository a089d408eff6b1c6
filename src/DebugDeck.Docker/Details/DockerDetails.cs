using DebugDeck.Core.Errors;
using DebugDeck.Core.Targets;
using DebugDeck.Core.Targets.Details;
using Docker.DotNet.Models;

namespace DebugDeck.Docker.Details;

/// <summary>Asks the engine for all it knows about one container and its image.</summary>
internal sealed class DockerDetails(DockerConnection connection)
{
    public async Task<TargetDetails> ReadAsync(Target target, CancellationToken cancellationToken)
    {
        var container = await connection.AskAsync(
            $"container '{target.Name}'", (engine, token) => engine.Containers.InspectContainerAsync(target.Id, token), cancellationToken);
        try
        {
            return DetailsMapper.Map(target, container, await ImageAsync(container.Image, target.Image, cancellationToken));
        }
        catch (DebugDeckException error) when (error.Kind == ErrorKind.NotFound)
        {
            return DetailsMapper.Map(target, container, image: null) with { Missing = [$"the image {target.Image} is not in the engine any more"] };
        }
    }

    /// <summary>The configuration of an image of the engine.</summary>
    /// <param name="image">Its id or a reference.</param>
    /// <param name="reference">What the user calls it.</param>
    /// <exception cref="DebugDeckException">NotFound: the engine does not have it.</exception>
    public async Task<ImageFacts> ImageAsync(string image, string reference, CancellationToken cancellationToken)
    {
        var found = await connection.AskAsync($"image '{reference}'", (engine, token) => engine.Images.InspectImageAsync(image, token), cancellationToken);
        var history = await connection.AskAsync($"image '{reference}'", (engine, token) => engine.Images.GetImageHistoryAsync(image, token), cancellationToken);
        return Map(reference, found, history);
    }

    private static ImageFacts Map(string reference, ImageInspectResponse image, IList<ImageHistoryResponse> history)
    {
        var config = image.Config ?? new DockerOCIImageConfig();
        return new ImageFacts
        {
            Reference = reference,
            Digest = image.RepoDigests is [var digest, ..] && digest.IndexOf('@', StringComparison.Ordinal) is >= 0 and var at ? digest[(at + 1)..] : image.ID,
            // The year 1 is kept: it is what a reproducible build wrote there.
            Created = image.Created is { } created ? new DateTimeOffset(created.ToUniversalTime()) : null,
            SizeBytes = image.Size,
            Os = image.Os ?? "",
            Architecture = image.Architecture ?? "",
            Variant = image.Variant is { Length: > 0 } variant ? variant : null,
            User = config.User ?? "",
            WorkingDirectory = config.WorkingDir ?? "",
            Entrypoint = [.. config.Entrypoint ?? []],
            Cmd = [.. config.Cmd ?? []],
            Environment = [.. config.Env ?? []],
            Labels = new Dictionary<string, string>(config.Labels ?? new Dictionary<string, string>()),
            // The engine has the newest first.
            History = [.. history.Reverse().Select(step => step.CreatedBy)],
            Layers = image.RootFS?.Layers?.Count,
        };
    }
}
