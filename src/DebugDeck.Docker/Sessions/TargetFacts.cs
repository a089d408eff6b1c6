using Docker.DotNet.Models;

namespace DebugDeck.Docker.Sessions;

/// <summary>All that planning looks at, as it was at one moment.</summary>
/// <param name="Container">The target, inspected.</param>
/// <param name="Image">The reference that still means the image the target was made from, or that image's id; null if the image is gone.</param>
/// <param name="NetworkOwnerRuns">The target uses the network of another container, and that one runs.</param>
/// <param name="PresentImages">Which of the images in question the engine has.</param>
/// <param name="Now">When this was.</param>
internal sealed record TargetFacts(
    ContainerInspectResponse Container,
    string? Image,
    bool NetworkOwnerRuns,
    IReadOnlySet<string> PresentImages,
    DateTimeOffset Now)
{
    private const string ContainerPrefix = "container:";

    public ContainerConfig Config { get; } = Container.Config ?? new ContainerConfig();

    public HostConfig Host { get; } = Container.HostConfig ?? new HostConfig();

    public State State { get; } = Container.State ?? new State();

    public string Name => (Container.Name ?? "").TrimStart('/');

    /// <summary>The id of the container whose network it uses, or null.</summary>
    public static string? NetworkOwner(ContainerInspectResponse container) => Owner(container.HostConfig?.NetworkMode);

    public string PidMode => Host.PidMode ?? "";

    public string IpcMode => Host.IpcMode ?? "";

    /// <summary>The beginning of its present or last run, as the labels of a session keep it.</summary>
    public string Run => State.StartedAt ?? "";

    private static string? Owner(string? mode) =>
        mode?.StartsWith(ContainerPrefix, StringComparison.Ordinal) == true ? mode[ContainerPrefix.Length..] : null;
}
