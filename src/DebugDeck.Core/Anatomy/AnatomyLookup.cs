using DebugDeck.Core.Anatomy.Remembering;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Files;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Images;
using DebugDeck.Core.Shells;
using DebugDeck.Core.Targets;
using DebugDeck.Core.Targets.Details;

namespace DebugDeck.Core.Anatomy;

/// <summary>The anatomy of a target by the best way there is: its files, what is remembered of its image, or at least its name.</summary>
public sealed class AnatomyLookup(AnatomyCache cache, TimeProvider clock)
{
    // A volume over one of these shows files that are not the image's.
    private static readonly string[] OfTheImage = ["/etc", "/usr", "/bin", "/sbin", "/lib", "/opt", "/app", "/nodejs", "/busybox", "/var/lib"];

    private RegistryWish? Registry { get; init; }

    /// <summary>The same, but registries are asked for images whose files cannot be had otherwise.</summary>
    public AnatomyLookup Asking(RegistryWish registry) => new(cache, clock) { Registry = registry };

    /// <summary>A container of a host. Starts nothing that stays; on a cluster it may run one process in a target that has tools for it.</summary>
    public async Task<TargetAnatomy> OfTargetAsync(IContainerHost host, Target target, CancellationToken cancellationToken)
    {
        var details = await host.DetailsAsync(target, cancellationToken);
        var subject = AnatomySubject.Of(details);
        if (await host.ReachAsync(target, cancellationToken) == FileReach.NewSession)
        {
            return await BySessionOnlyAsync(host, subject, cancellationToken);
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

    /// <summary>An image in a registry. Its layers are only fetched if nobody has looked at it before.</summary>
    public async Task<TargetAnatomy> OfRegistryAsync(AnatomySubject subject, IRegistryImage image, IProgress<string> progress, CancellationToken cancellationToken)
    {
        if (await cache.FindAsync(image.Facts.Digest, cancellationToken) is { } remembered)
        {
            var known = AnatomyRules.Judge(subject, remembered.Look, remembered.At, clock.GetUtcNow());
            return known with { Missing = [.. known.Missing, .. image.Notes] };
        }

        await using var source = await image.OpenAsync(progress, cancellationToken);
        var anatomy = await AnatomyReader.ReadAsync(subject, source.Files, clock.GetUtcNow(), cancellationToken);
        await cache.RememberAsync([image.Facts.Digest], anatomy.Look, cancellationToken);
        var size = anatomy.Image.SizeBytes is null ? anatomy.Image with { SizeBytes = source.Facts.SizeBytes } : anatomy.Image;
        return anatomy with { Image = size, Missing = [.. anatomy.Missing, .. image.Notes, .. source.Problems] };
    }

    /// <summary>What can be said without asking anybody: what is remembered of the image, else nothing.</summary>
    public async Task<ImageLook?> RememberedAsync(Target target, CancellationToken cancellationToken) =>
        target.ImageId.Length > 0 && await cache.FindAsync(target.ImageId, cancellationToken) is { } remembered ? remembered.Look : null;

    // Says of the ways in only those that are open to this user: they are for pasting, in a hurry.
    private async Task<TargetAnatomy> BySessionOnlyAsync(IContainerHost host, AnatomySubject subject, CancellationToken cancellationToken)
    {
        var target = subject.Details!.Target;
        var shell = await host.FindShellAsync(target, cancellationToken);
        var why = shell.Verdict == ShellVerdict.No
            ? "the container has no shell, so its files are only seen from a debug container beside it"
            : "the container's own tools cannot be used to look at its files: it has none, or may not be entered, or does not run";
        var anatomy = await WithoutFilesAsync(subject with { Details = subject.Details with { Target = target with { Shell = shell } } }, why, cancellationToken);
        var open = anatomy with { WaysIn = [.. anatomy.WaysIn.Where(way => way.Id != "exec")] };
        var command = $"plan {target.Address}{(target.Container is not null && target.Project is { } space ? $" -n {space}" : "")}";
        try
        {
            var plan = await host.PlanAsync(target, new DebugRequest(), cancellationToken);
            return plan.IsPossible ? open : open with
            {
                WaysIn = [.. open.WaysIn.Where(way => way.Id is "debug-tag" or "debug-stage")],
                Missing = [.. open.Missing, $"you may start no debug container for it either: `debugdeck {command}` says what to ask for"],
            };
        }
        catch (DebugDeckException error)
        {
            return open with { Missing = [.. open.Missing, $"whether a debug container can be started could not be asked: {error.Message}"] };
        }
    }

    private async Task<TargetAnatomy> WithoutFilesAsync(AnatomySubject subject, string why, CancellationToken cancellationToken)
    {
        if (await cache.FindAsync(subject.Digest, cancellationToken) is { } remembered)
        {
            var known = AnatomyRules.Judge(subject, remembered.Look, remembered.At, clock.GetUtcNow());
            return known with { Missing = [.. known.Missing, why] };
        }

        if (Registry is null || subject.Details is not { } details || RegistryWish.ReferenceOf(details.Target) is not { } reference)
        {
            return ByName(subject, [why]);
        }

        try
        {
            var image = await Registry.Registry.FindAsync(reference, Registry.Platform, cancellationToken);
            // The host may not know the image's configuration; the registry does.
            var anatomy = await OfRegistryAsync(subject with { Details = details with { Image = details.Image ?? image.Facts }, Image = subject.Image ?? image.Facts }, image, Registry.Progress, cancellationToken);
            if (reference.Digest is not null)
            {
                await cache.RememberAsync([subject.Digest], anatomy.Look, cancellationToken);
            }

            string[] inexact = reference.Digest is null ? [$"the host does not tell the image's digest, so what {reference.Registry} has as {reference.Familiar} now may be another than the one that runs"] : [];
            return anatomy with { Missing = [.. anatomy.Missing, why, $"these are the files of {reference.Familiar} in the registry, not the container's own", .. inexact] };
        }
        catch (DebugDeckException error)
        {
            return ByName(subject, [why, $"the registry could not help: {error.Message}"]);
        }
    }

    private TargetAnatomy ByName(AnatomySubject subject, IReadOnlyList<string> why)
    {
        var anatomy = AnatomyRules.JudgeByName(subject, clock.GetUtcNow());
        return anatomy with { Missing = [.. anatomy.Missing, .. why] };
    }

    private static bool HidesTheImage(MountFact mount) =>
        OfTheImage.Any(folder => ContainerPath.IsWithin(mount.Path, folder) || ContainerPath.IsWithin(folder, mount.Path));
}
