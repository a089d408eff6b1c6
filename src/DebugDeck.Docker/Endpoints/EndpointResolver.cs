using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;

namespace DebugDeck.Docker.Endpoints;

/// <summary>
/// Finds the engines a user can mean, in the order of the docker command: <c>--docker-host</c>, <c>DOCKER_HOST</c>, the current context, the
/// default socket. Rootless and Podman sockets that are there come as further hosts.
/// </summary>
public static class EndpointResolver
{
    /// <summary>The source of an endpoint that nothing but habit points at.</summary>
    public const string Usual = "default socket";

    /// <summary>At least one endpoint, no two the same place, no two of the same name.</summary>
    /// <exception cref="DebugDeckException">Usage: <c>--docker-host</c> is no address.</exception>
    public static IReadOnlyList<DockerEndpoint> Resolve(EndpointSettings settings)
    {
        if (settings.Explicit is { Length: > 0 } given)
        {
            var only = At(settings, "docker", given, "--docker-host");
            return only.Problem is null ? [only] : throw new DebugDeckException(ErrorKind.Usage, $"--docker-host: {only.Problem}");
        }

        var candidates = new List<DockerEndpoint>();
        candidates.AddRange(Configured(settings));
        if (settings.Variable("CONTAINER_HOST") is { } podman)
        {
            candidates.Add(At(settings, "podman", podman, "CONTAINER_HOST", HostKind.Podman));
        }

        if (!settings.IsWindows)
        {
            candidates.AddRange(WellKnownSockets.All(settings)
                .Where(socket => settings.Files.Exists(socket.Path))
                .Select(socket => At(settings, socket.Name, "unix://" + socket.Path, socket.Source)));
        }

        if (candidates.Count == 0)
        {
            candidates.Add(Default(settings));
        }

        return NameApart(candidates.DistinctBy(endpoint => Place(settings, endpoint)));
    }

    /// <summary>What the docker command would use; nothing if that is the default socket and there is none.</summary>
    private static IEnumerable<DockerEndpoint> Configured(EndpointSettings settings)
    {
        if (settings.Variable("DOCKER_HOST") is { } host)
        {
            yield return At(settings, "docker", host, "DOCKER_HOST");
            yield break;
        }

        var context = DockerContexts.Current(settings, out var problem);
        if (context is not null)
        {
            yield return DockerContexts.Read(settings, context);
            yield break;
        }

        var fallback = Default(settings);
        if (problem is not null)
        {
            yield return fallback with { Address = null, Problem = problem };
        }
        else if (settings.IsWindows || settings.Files.Exists(fallback.Address!.LocalPath))
        {
            yield return fallback;
        }
    }

    private static DockerEndpoint Default(EndpointSettings settings) =>
        At(settings, "docker", EndpointAddress.DefaultFor(settings.IsWindows), Usual);

    private static DockerEndpoint At(EndpointSettings settings, string name, string text, string source, HostKind? kind = null)
    {
        var tls = EnvironmentTls.Read(settings);
        var address = EndpointAddress.Parse(text, settings.IsWindows, tls is not null, out var problem);
        var isTls = address?.Scheme == "tcp" && (tls is not null || text.StartsWith("https://", StringComparison.Ordinal));
        return new DockerEndpoint(
            new HostInfo(name, kind ?? EngineKinds.Guess(settings.Files, address), address is { Scheme: "tcp" } ? $"tcp://{address.Authority}" : text, source),
            address,
            isTls ? tls ?? new EndpointTls(null, null, null, SkipVerify: false) : null,
            problem is null ? null : $"{source}: {problem}");
    }

    private static string Place(EndpointSettings settings, DockerEndpoint endpoint) => endpoint.Address switch
    {
        null => endpoint.Info.Name,
        { Scheme: "unix" } socket => "unix://" + settings.Files.Resolve(socket.LocalPath),
        var address => address.AbsoluteUri,
    };

    // A context may be called 'podman' as well, and two sockets of one product may be two engines.
    private static List<DockerEndpoint> NameApart(IEnumerable<DockerEndpoint> endpoints)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var result = new List<DockerEndpoint>();
        foreach (var endpoint in endpoints)
        {
            var name = endpoint.Info.Name;
            for (var next = 2; !taken.Add(name); next++)
            {
                name = $"{endpoint.Info.Name}-{next}";
            }

            result.Add(endpoint with { Info = endpoint.Info with { Name = name } });
        }

        return result;
    }
}
