using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Images;
using DebugDeck.Core.Images.Archives;
using DebugDeck.Core.Targets;

namespace DebugDeck.Hosting;

/// <summary>Opens images that do not run: in a file, or in one of the engines.</summary>
internal static class ImageSources
{
    /// <param name="openHosts">Opens the hosts; not called for an archive, which needs none.</param>
    /// <exception cref="DebugDeckException">Usage: the address is no image's. NotFound: nobody has it. What the archive or the engine says.</exception>
    public static async Task<IImageSource> OpenAsync(Func<HostCatalogue> openHosts, TargetAddress address, CancellationToken cancellationToken)
    {
        switch (address.Kind)
        {
            case AddressKind.Archive:
                return await ImageArchive.OpenAsync(address.Name, cancellationToken);
            case AddressKind.Image:
                break;
            default:
                throw new DebugDeckException(ErrorKind.Usage, $"'{address}' is no image", "write image://REFERENCE or archive://FILE.tar");
        }

        var catalogue = openHosts();
        try
        {
            return new HostedImage(await OpenAsync(catalogue.Hosts, address.Name, cancellationToken), catalogue);
        }
        catch
        {
            await catalogue.DisposeAsync();
            throw;
        }
    }

    // The first engine that has it. One that is not running must not keep the others from being asked.
    private static async Task<IImageSource> OpenAsync(IReadOnlyList<IContainerHost> hosts, string reference, CancellationToken cancellationToken)
    {
        DebugDeckException? why = null;
        foreach (var host in hosts.OfType<IImageHost>())
        {
            try
            {
                return await host.OpenImageAsync(reference, cancellationToken);
            }
            catch (DebugDeckException error) when (error.Kind is ErrorKind.NotFound or ErrorKind.Unreachable or ErrorKind.NotPermitted)
            {
                // That it is not there tells more than that an engine could not be asked, if both happen.
                why = why is null || error.Kind == ErrorKind.NotFound ? error : why;
            }
        }

        throw why is { Kind: not ErrorKind.NotFound } ? why : new DebugDeckException(
            ErrorKind.NotFound,
            $"no engine has the image '{reference}'",
            $"docker pull {reference}, or docker save it where it is and use archive://FILE.tar",
            why);
    }
}
