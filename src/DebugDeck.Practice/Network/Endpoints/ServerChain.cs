using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using DebugDeck.Practice.Network.Scripted;

namespace DebugDeck.Practice.Network.Endpoints;

/// <summary>The certificates that an end point of a kind sends.</summary>
internal static class ServerChain
{
    /// <summary>Null for an end point without TLS.</summary>
    public static SslStreamCertificateContext? Of(EndpointScript endpoint, WorldAuthorities authorities)
    {
        var (name, now) = (endpoint.Name, authorities.Now);
        return endpoint.Kind switch
        {
            EndpointKind.Plain => null,
            EndpointKind.Good => With(authorities.Server(name, authorities.Intermediate), authorities.Intermediate),
            EndpointKind.MissingIntermediate => With(authorities.Server(name, authorities.Intermediate)),
            EndpointKind.Expired => With(authorities.Server(name, authorities.Intermediate, now.AddDays(-90), now.AddDays(-3)), authorities.Intermediate),
            EndpointKind.NotYetValid => With(authorities.Server(name, authorities.Intermediate, now.AddDays(2), now.AddDays(92)), authorities.Intermediate),
            EndpointKind.WrongName => With(authorities.Server("other." + name, authorities.Intermediate), authorities.Intermediate),
            EndpointKind.PrivateAuthority => With(authorities.Server(name, authorities.PrivateRoot)),
            _ => With(authorities.Server(name, authorities.Interceptor), authorities.Interceptor),
        };
    }

    private static SslStreamCertificateContext With(X509Certificate2 leaf, params X509Certificate2[] others) =>
        SslStreamCertificateContext.Create(leaf, [.. others], offline: true);
}
