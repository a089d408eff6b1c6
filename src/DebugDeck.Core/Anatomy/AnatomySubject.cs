using DebugDeck.Core.Targets;
using DebugDeck.Core.Targets.Details;

namespace DebugDeck.Core.Anatomy;

/// <summary>What an anatomy is of: a container, or an image that does not run.</summary>
public sealed record AnatomySubject
{
    /// <summary>How the user can name it again.</summary>
    public required TargetAddress Address { get; init; }

    public required string Reference { get; init; }

    /// <summary>The image's configuration; null where the host cannot tell.</summary>
    public ImageFacts? Image { get; init; }

    /// <summary>What the host knows of the container; null for an image.</summary>
    public TargetDetails? Details { get; init; }

    /// <summary>The digest or id that everything about the image can be remembered by; empty if there is none.</summary>
    public string Digest { get; init; } = "";

    public ContainerSetting Setting => Details is not null ? ContainerSetting.From(Details) : Image is not null ? ContainerSetting.From(Image) : new ContainerSetting { User = null };

    public bool IsKubernetes => Address.Kind is AddressKind.Pod or AddressKind.Deployment or AddressKind.StatefulSet or AddressKind.DaemonSet or AddressKind.Job;

    public static AnatomySubject Of(TargetDetails details) => new()
    {
        Address = details.Target.Address,
        Reference = details.Target.Image,
        Image = details.Image,
        Details = details,
        Digest = details.Target.ImageId.Length > 0 ? details.Target.ImageId : details.Image?.Digest ?? "",
    };

    public static AnatomySubject Of(TargetAddress address, ImageFacts image) => new()
    {
        Address = address,
        Reference = image.Reference,
        Image = image,
        Digest = image.Digest,
    };
}
