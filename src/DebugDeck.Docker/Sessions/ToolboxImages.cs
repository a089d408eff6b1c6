using DebugDeck.Core.Errors;
using DebugDeck.Core.Images;
using Docker.DotNet.Models;

namespace DebugDeck.Docker.Sessions;

/// <summary>Sees to it that the engine has an image.</summary>
internal sealed class ToolboxImages(DockerConnection connection)
{
    // A pull may take long; one that says nothing for so long is stuck.
    private static readonly TimeSpan SilenceLimit = TimeSpan.FromSeconds(90);

    private readonly TargetInspection _inspection = new(connection);
    private readonly RegistryCredentials _credentials = RegistryCredentials.OfUser();

    /// <exception cref="DebugDeckException">Failed or NotPermitted: the image is not there and cannot be fetched.</exception>
    public async Task EnsureAsync(string image, IProgress<string> progress, CancellationToken cancellationToken)
    {
        if (await _inspection.ImageIdAsync(image, cancellationToken) is not null)
        {
            return;
        }

        var reference = ImageReference.Parse(image);
        progress.Report($"fetching {reference.Familiar}");
        var login = await _credentials.FindAsync(reference.Registry, cancellationToken);
        using var silence = new CancellationTokenSource(SilenceLimit, connection.Clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, silence.Token);
        var messages = new PullProgress(reference.Familiar, progress, () => silence.CancelAfter(SilenceLimit));
        try
        {
            await connection.Client.Images.CreateImageAsync(
                new ImagesCreateParameters { FromImage = reference.Name, Tag = reference.Digest ?? reference.Tag },
                login,
                messages,
                both.Token);
        }
        catch (Exception error) when (error is not DebugDeckException && !cancellationToken.IsCancellationRequested)
        {
            throw Failed(
                reference,
                silence.IsCancellationRequested
                    ? $"nothing has come for {SilenceLimit.TotalSeconds:0} s"
                    : DockerErrors.Translate(error, connection.Info, $"image '{reference.Familiar}'").Message,
                error);
        }

        if (messages.Error is { } refused)
        {
            throw Failed(reference, refused, null);
        }
    }

    private DebugDeckException Failed(ImageReference reference, string reason, Exception? inner) => new(
        ErrorKind.Failed,
        $"the toolbox image {reference.Familiar} is not on {connection.Info.Name} and cannot be fetched: {reason}",
        $"without a way to {reference.Registry}, set a mirror in config.json (\"mirrors\": {{ \"{reference.Registry}\": \"registry.example.com/path\" }}), "
        + "name an image that the engine has with --toolbox, or load one with `docker load`",
        inner);
}
