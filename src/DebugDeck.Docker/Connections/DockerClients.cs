using DebugDeck.Docker.Endpoints;
using Docker.DotNet;
using Docker.DotNet.NPipe;

namespace DebugDeck.Docker.Connections;

/// <summary>Makes the library's client for an endpoint. Making one connects to nothing, so it never fails.</summary>
public static class DockerClients
{
    /// <summary>An endpoint without a usable address gets a client whose every call fails with the endpoint's problem.</summary>
    public static IDockerClient Create(DockerEndpoint endpoint)
    {
        var builder = new DockerClientBuilder();
        return endpoint.Address switch
        {
            { Scheme: "npipe" } pipe => builder.WithEndpoint(pipe).WithTransportOptions(new NPipeTransportOptions()).Build(),
            { } address => builder.WithEndpoint(address).WithTransportOptions(EngineTransport.Instance, DialerFor(address, endpoint)).Build(),
            null => builder.WithEndpoint(Nowhere).WithTransportOptions(EngineTransport.Instance, new BrokenDialer(endpoint.Problem ?? "no address")).Build(),
        };
    }

    private static Uri Nowhere { get; } = new("tcp://nowhere.invalid");

    private static IEndpointDialer DialerFor(Uri address, DockerEndpoint endpoint) => address.Scheme switch
    {
        "unix" => new UnixDialer(address.LocalPath),
        "ssh" => new SshDialer(address, endpoint.Info.Kind),
        _ => new TcpDialer(address.DnsSafeHost, address.Port, endpoint.Tls),
    };
}
