using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Targets;

namespace DebugDeck.Commands.Anatomies;

/// <summary>The anatomy of whatever an address means.</summary>
internal static class AnatomySource
{
    public static async Task<TargetAnatomy> ReadAsync(CommandContext context, TargetAddress address, CancellationToken cancellationToken)
    {
        var lookup = context.Lookup;
        if (address.Kind is AddressKind.Image or AddressKind.Archive)
        {
            await using var image = await context.OpenImage(context.Global, address, cancellationToken);
            return await lookup.OfImageAsync(address, image, cancellationToken);
        }

        await using var catalogue = context.OpenHosts(context.Global);
        var (host, target) = await TargetLookup.FindAsync(catalogue, context.Global, address, cancellationToken);
        return await lookup.OfTargetAsync(host, target, cancellationToken);
    }

    /// <summary>For a program that has been given no way to open images.</summary>
    public static DebugDeckException CannotOpen(TargetAddress address) =>
        new(ErrorKind.Failed, $"{address} cannot be opened", "inspect a container of the image instead: docker://NAME");
}
