using DebugDeck.Core.Hosts;
using Docker.DotNet.Models;

namespace DebugDeck.Docker.Endpoints;

/// <summary>Tells Podman from Docker: Podman serves Docker's API, often at Docker's own path.</summary>
internal static class EngineKinds
{
    /// <summary>The kind as far as the address tells; <c>podman-docker</c> links Docker's socket to Podman's.</summary>
    public static HostKind Guess(IEndpointFiles files, Uri? address)
    {
        var place = address switch
        {
            null => "",
            { Scheme: "unix" } => files.Resolve(address.LocalPath),
            _ => address.AbsolutePath,
        };
        return place.Contains("podman", StringComparison.OrdinalIgnoreCase) ? HostKind.Podman : HostKind.Docker;
    }

    /// <summary>The kind by the engine's own word.</summary>
    public static HostKind Of(VersionResponse version) =>
        version.Components?.Any(component => component.Name.Contains("Podman", StringComparison.OrdinalIgnoreCase)) == true
            ? HostKind.Podman
            : HostKind.Docker;
}
