using DebugDeck.Core.Hosts;

namespace DebugDeck.Docker.Endpoints;

/// <summary>One place where an engine may be, and everything needed to talk to it.</summary>
/// <param name="Info">The host as the user sees it.</param>
/// <param name="Address"><c>unix://</c>, <c>npipe://</c>, <c>tcp://</c> or <c>ssh://</c>; null if what is configured cannot be used.</param>
/// <param name="Tls">The TLS material of a <c>tcp://</c> address; null for plain HTTP.</param>
/// <param name="Problem">Why there is no address: the reason this host will show.</param>
public sealed record DockerEndpoint(HostInfo Info, Uri? Address, EndpointTls? Tls = null, string? Problem = null);
