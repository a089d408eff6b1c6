namespace DebugDeck.Core.Hosts;

/// <summary>Which host this is.</summary>
/// <param name="Name">Unique among the hosts of one run: <c>docker</c>, a Docker context, a Kubernetes context.</param>
/// <param name="Kind">The kind of place.</param>
/// <param name="Endpoint">Where it is, for a person to read: <c>unix:///var/run/docker.sock</c>.</param>
/// <param name="Source">What made us look there: <c>DOCKER_HOST</c>, <c>context 'prod'</c>, <c>default socket</c>.</param>
public sealed record HostInfo(string Name, HostKind Kind, string Endpoint, string Source);
