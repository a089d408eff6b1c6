using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Images;
using DebugDeck.Core.Targets;
using DebugDeck.Output;

namespace DebugDeck.Commands.Anatomies;

/// <summary>The anatomy of whatever an address means.</summary>
internal static class AnatomySource
{
    public static async Task<TargetAnatomy> ReadAsync(CommandContext context, TargetAddress address, RegistryOptions registries, CancellationToken cancellationToken)
    {
        if (!registries.MayAsk || address.Kind == AddressKind.Archive)
        {
            return await ReadAsync(context, context.Lookup, address, cancellationToken);
        }

        using var registry = context.OpenRegistry();
        using var progress = new ProgressLine(context.Error, context.Clock);
        var wish = new RegistryWish(registry, registries.Platform, progress);
        if (address.Kind != AddressKind.Image)
        {
            return await ReadAsync(context, context.Lookup.Asking(wish), address, cancellationToken);
        }

        progress.Report($"asking the registry for {address.Name}");
        var image = await registry.FindAsync(ImageReference.Parse(address.Name), registries.Platform, cancellationToken);
        return await context.Lookup.OfRegistryAsync(AnatomySubject.Of(address, image.Facts), image, progress, cancellationToken);
    }

    /// <summary>For a program that has been given no way to open images.</summary>
    public static DebugDeckException CannotOpen(TargetAddress address) =>
        new(ErrorKind.Failed, $"{address} cannot be opened", "inspect a container of the image instead: docker://NAME");

    private static async Task<TargetAnatomy> ReadAsync(CommandContext context, AnatomyLookup lookup, TargetAddress address, CancellationToken cancellationToken)
    {
        if (address.Kind is AddressKind.Image or AddressKind.Archive)
        {
            await using var image = await context.OpenImage(context.Global, address, cancellationToken);
            return await lookup.OfImageAsync(address, image, cancellationToken);
        }

        await using var catalogue = context.OpenHosts(context.Global);
        var (host, target) = await TargetLookup.FindAsync(catalogue, context.Global, address, cancellationToken);
        return await lookup.OfTargetAsync(host, target, cancellationToken);
    }
}
