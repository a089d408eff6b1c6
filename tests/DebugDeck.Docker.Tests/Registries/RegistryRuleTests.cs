using System.Net.Sockets;
using CsCheck;
using DebugDeck.Core.Errors;
using DebugDeck.Docker.Registries;

namespace DebugDeck.Docker.Tests.Registries;

/// <summary>What is decided about registries without any network.</summary>
public sealed class RegistryRuleTests
{
    [Theory]
    [InlineData("docker.io", "https://registry-1.docker.io/v2/")]
    [InlineData("ghcr.io", "https://ghcr.io/v2/")]
    [InlineData("registry.example.com:5000", "https://registry.example.com:5000/v2/")]
    [InlineData("localhost:5000", "https://localhost:5000/v2/ http://localhost:5000/v2/")]
    [InlineData("127.0.0.1:5000", "https://127.0.0.1:5000/v2/ http://127.0.0.1:5000/v2/")]
    [InlineData("[::1]:5000", "https://[::1]:5000/v2/ http://[::1]:5000/v2/")]
    [InlineData("localhost.example.com", "https://localhost.example.com/v2/")]
    public void Only_this_machine_is_asked_without_TLS(string registry, string places) =>
        Assert.Equal(places, string.Join(' ', RegistryPlace.Of(registry)));

    [Theory]
    [InlineData("https://ghcr.io/v2/", "https://cdn.example.com/blob", true)]
    [InlineData("https://ghcr.io/v2/", "http://cdn.example.com/blob", false)]
    [InlineData("https://ghcr.io/v2/", "http://localhost:2375/blob", false)]
    [InlineData("http://localhost:5000/v2/", "http://127.0.0.1:9000/blob", true)]
    [InlineData("https://ghcr.io/v2/", "file:///etc/passwd", false)]
    public void A_registry_leads_to_secure_places_only(string from, string to, bool isAllowed) =>
        Assert.Equal(isAllowed, RegistryPlace.MayLeadTo(new Uri(from), new Uri(to)));

    [Theory]
    [InlineData("https://a/v2/", "https://a/token", true)]
    [InlineData("https://a/v2/", "https://a:8443/token", false)]
    [InlineData("https://a/v2/", "http://a/token", false)]
    [InlineData("https://a/v2/", "https://a.example.com/", false)]
    public void Confidence_is_between_the_same_two_only(string one, string other, bool isSame) => Assert.Equal(isSame, RegistryPlace.IsSame(new Uri(one), new Uri(other)));

    [Theory]
    [InlineData("""Bearer realm="https://auth.docker.io/token",service="registry.docker.io",scope="repository:library/busybox:pull" """, "Bearer https://auth.docker.io/token registry.docker.io repository:library/busybox:pull")]
    [InlineData("""bearer Realm = "https://a/t" """, "Bearer https://a/t  ")]
    [InlineData("""Basic realm="Registry" """, "Basic   ")]
    [InlineData("Bearer realm=\"not a place\"", "")]
    [InlineData("Negotiate", "")]
    public void A_challenge_says_where_to_get_what(string header, string expected) =>
        Assert.Equal(expected, RegistryChallenge.Of([header]) is { } challenge ? $"{challenge.Scheme} {challenge.Realm} {challenge.Service} {challenge.Scope}" : "");

    [Fact]
    public void No_header_breaks_the_reader_of_challenges() =>
        Gen.String.Sample(text => RegistryChallenge.Of([text, $"Bearer {text}", $"Bearer realm=\"{text}\""]) is null or { Scheme: "Bearer" or "Basic" });

    [Fact]
    public void A_name_that_nobody_knows_is_said_to_be_one()
    {
        var error = RegistryErrors.Of(new HttpRequestException(HttpRequestError.NameResolutionError, "x", new SocketException((int)SocketError.HostNotFound)), "regsitry.example.com:5000");

        Assert.Equal((ErrorKind.Unreachable, "there is no host 'regsitry.example.com'"), (error.Kind, error.Message));
    }
}
