using DebugDeck.Core.Hosts;

namespace DebugDeck.Docker.Endpoints;

/// <summary>The usual places of engines where there is none, for a user who wonders why theirs is not found.</summary>
public static class AbsentEngines
{
    /// <summary>The places that were looked at in vain; none if the user named the only place to look at.</summary>
    public static IReadOnlyList<HostInfo> Find(DockerHostsOptions options)
    {
        var settings = new EndpointSettings(options.Explicit, options.Environment, options.Home, new MachineFiles(), OperatingSystem.IsWindows());
        if (settings.IsWindows || settings.Explicit is { Length: > 0 })
        {
            return [];
        }

        return
        [
            .. WellKnownSockets.All(settings)
                .Prepend(("docker", EndpointAddress.DefaultFor(windows: false)["unix://".Length..], "default socket"))
                .Where(place => !settings.Files.Exists(place.Item2))
                .Select(place => new HostInfo(place.Item1, HostKind.Docker, $"unix://{place.Item2}", place.Item3)),
        ];
    }
}
