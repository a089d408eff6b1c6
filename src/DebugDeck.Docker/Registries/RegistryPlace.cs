using System.Net;

namespace DebugDeck.Docker.Registries;

/// <summary>Where a registry is, by the name that references have for it.</summary>
internal static class RegistryPlace
{
    /// <summary>Where to ask, in order. Plain HTTP only on this very machine, as docker does it.</summary>
    public static IReadOnlyList<Uri> Of(string registry)
    {
        // The name of Docker Hub in references is not the name of its server.
        var secure = new Uri($"https://{(registry == "docker.io" ? "registry-1.docker.io" : registry)}/v2/");
        return IsLoopback(secure) ? [secure, new UriBuilder(secure) { Scheme = Uri.UriSchemeHttp, Port = registry.Contains(':', StringComparison.Ordinal) ? secure.Port : 80 }.Uri] : [secure];
    }

    /// <summary>Whether a registry may send us there: to other hosts only with TLS, and from another machine never to this one without.</summary>
    public static bool MayLeadTo(Uri registry, Uri to) => to.Scheme == Uri.UriSchemeHttps || (to.Scheme == Uri.UriSchemeHttp && IsLoopback(to) && IsLoopback(registry));

    /// <summary>Whether what is said to one in confidence may be said to the other.</summary>
    public static bool IsSame(Uri one, Uri other) => one.Scheme == other.Scheme && one.Authority == other.Authority;

    private static bool IsLoopback(Uri place) =>
        place.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(place.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
