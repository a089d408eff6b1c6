using DebugDeck.Core.Anatomy.Remembering;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Files;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Images;
using DebugDeck.Core.Targets;
using DebugDeck.Core.Targets.Details;

namespace DebugDeck.Core.Anatomy;

/// <summary>The anatomy of a target by the best way there is: its files, what is remembered of its image, or at least its name.</summary>
public sealed class AnatomyLookup(AnatomyCache cache, TimeProvider clock)
{
    // A volume over one of these shows files that are not the image's.
    private static readonly string[] OfTheImage = ["/etc", "/usr", "/bin", "/sbin", "/lib", "/opt", "/app", "/nodejs", "/busybox", "/var/lib"];

    /// <summary>A container of a host. Starts nothing that stays; on a cluster it may run one process in a target that has tools for it.</summary>
    public async Task<TargetAnatomy> OfTargetAsync(IContainerHost host, Target target, CancellationToken cancellationToken)
    {
        var details = await host.DetailsAsync(target, cancellationToken);
        var subject = AnatomySubject.Of(details);
        if (await host.ReachAsync(target, cancellationToken) == FileReach.NewSession)
        {
            return await WithoutFilesAsync(subject, "the container has no shell, and its files are only seen from a debug container: `debugdeck debug` starts one", cancellationToken);
        }

        try
        {
            var anatomy = await AnatomyReader.ReadAsync(subject, host.Files(target), clock.GetUtcNow(), cancellationToken);
            if (!details.Mounts.Any(HidesTheImage))
            {
                await cache.RememberAsync([target.ImageId, details.Image?.Digest ?? ""], anatomy.Look, cancellationToken);
            }

            return anatomy;
        }
        catch (DebugDeckException error) when (error.Kind is not ErrorKind.Unreachable)
        {
            return await WithoutFilesAsync(subject, error.Message, cancellationToken);
        }
    }

    /// <summary>What can be said of a container without any process in it: what the host tells, what is remembered of its image, else the image's name.</summary>
    public async Task<TargetAnatomy> FromOutsideAsync(IContainerHost host, Target target, CancellationToken cancellationToken)
    {
        var subject = AnatomySubject.Of(await host.DetailsAsync(target, cancellationToken));
        var space = target.Container is not null && target.Project is { } name ? $" -n {name}" : "";
        return await WithoutFilesAsync(subject, $"nothing was run in it to look at its files: `debugdeck inspect{space} {target.Address}` does, where it has the tools", cancellationToken);
    }

    /// <summary>An image that does not run.</summary>
    public async Task<TargetAnatomy> OfImageAsync(TargetAddress address, IImageSource image, CancellationToken cancellationToken)
    {
        var anatomy = await AnatomyReader.ReadAsync(AnatomySubject.Of(address, image.Facts), image.Files, clock.GetUtcNow(), cancellationToken);
        await cache.RememberAsync([image.Facts.Digest], anatomy.Look, cancellationToken);
        return anatomy with { Missing = [.. anatomy.Missing, .. image.Problems] };
    }

    /// <summary>What can be said without asking anybody: what is remembered of the image, else nothing.</summary>
    public async Task<ImageLook?> RememberedAsync(Target target, CancellationToken cancellationToken) =>
        target.ImageId.Length > 0 && await cache.FindAsync(target.ImageId, cancellationToken) is { } remembered ? remembered.Look : null;

    private async Task<TargetAnatomy> WithoutFilesAsync(AnatomySubject subject, string why, CancellationToken cancellationToken)
    {
        var anatomy = await cache.FindAsync(subject.Digest, cancellationToken) is { } remembered
            ? AnatomyRules.Judge(subject, remembered.Look, remembered.At, clock.GetUtcNow())
            : AnatomyRules.JudgeByName(subject, clock.GetUtcNow());
        return anatomy with { Missing = [.. anatomy.Missing, why] };
    }

    private static bool HidesTheImage(MountFact mount) =>
        OfTheImage.Any(folder => ContainerPath.IsWithin(mount.Path, folder) || ContainerPath.IsWithin(folder, mount.Path));
}
