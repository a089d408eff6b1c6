using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;
using DebugDeck.Docker.Endpoints;

namespace DebugDeck.Docker;

/// <summary>The engines of this machine and of its user's configuration.</summary>
public static class DockerHosts
{
    /// <summary>
    /// Finds them by looking at configuration and sockets; asks no engine, so it is as quick as reading three small files. Where there is
    /// no engine, a host that says so, unless the options can do without.
    /// </summary>
    /// <exception cref="DebugDeckException">Usage: <c>--docker-host</c> is no address.</exception>
    public static IReadOnlyList<IContainerHost> Discover(DockerHostsOptions options)
    {
        var settings = new EndpointSettings(options.Explicit, options.Environment, options.Home, new MachineFiles(), OperatingSystem.IsWindows());
        var endpoints = EndpointResolver.Resolve(settings);
        if (!options.AtLeastOne && endpoints is [{ Info.Source: EndpointResolver.Usual, Address: { Scheme: "unix" } socket }] && !settings.Files.Exists(socket.LocalPath))
        {
            return [];
        }

        return [.. endpoints.Select(endpoint => new DockerHost(endpoint, options.CacheDirectory, options.Toolboxes, options.Clock))];
    }
}
