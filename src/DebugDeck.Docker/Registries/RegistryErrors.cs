using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Images;

namespace DebugDeck.Docker.Registries;

/// <summary>What registries and networks answer, in words.</summary>
internal static class RegistryErrors
{
    /// <summary>An answer that is not the one that was asked for.</summary>
    public static DebugDeckException Of(HttpResponseMessage answer, ImageReference image, bool hasLogin)
    {
        var registry = image.Registry;
        var login = registry == "docker.io" ? "docker login" : $"docker login {registry}";
        return answer.StatusCode switch
        {
            HttpStatusCode.Unauthorized when hasLogin => new DebugDeckException(
                ErrorKind.NotPermitted, $"{registry} does not show {image.Repository} to the login that docker keeps for it", $"check the name, or log in again: {login}"),
            HttpStatusCode.Unauthorized => new DebugDeckException(
                ErrorKind.NotPermitted, $"{registry} wants a login for {image.Repository}, or has nothing of that name", $"check the name, or log in: {login}"),
            HttpStatusCode.Forbidden => new DebugDeckException(
                ErrorKind.NotPermitted, $"{registry} refuses {image.Repository} to {(hasLogin ? "this login" : "somebody without a login")}", $"ask for the right to pull it, or log in as somebody else: {login}"),
            HttpStatusCode.NotFound => new DebugDeckException(
                ErrorKind.NotFound, $"{registry} has no image {image}", "check name and tag; an image that was only built here is looked at with image:// and without --registry"),
            HttpStatusCode.TooManyRequests => new DebugDeckException(
                ErrorKind.Failed, $"{registry} has had too many requests from here", hasLogin ? Later(answer) : $"{Later(answer)}; a login raises the limit of some registries: {login}"),
            >= HttpStatusCode.InternalServerError => new DebugDeckException(
                ErrorKind.Unreachable, $"{registry} answers with an error ({(int)answer.StatusCode})", "try again in a while"),
            var other => new DebugDeckException(ErrorKind.Failed, $"{registry} answers {(int)other} to the question for {image.Repository}"),
        };
    }

    /// <summary>No answer at all.</summary>
    public static DebugDeckException Of(Exception error, string registry) => error switch
    {
        DebugDeckException known => known,
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => new(
            ErrorKind.Unreachable, $"there is no host '{HostOf(registry)}'", "check the image's name and this machine's DNS; a proxy is taken from HTTPS_PROXY", error),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } or AuthenticationException => new(
            ErrorKind.Unreachable, $"no secure connection to {registry}: {(error.InnerException ?? error).Message}", "its authority must be trusted by this machine: SSL_CERT_FILE names a bundle", error),
        HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } } => new(
            ErrorKind.Unreachable, $"nothing listens at {registry}", "check the image's name and port", error),
        OperationCanceledException or TimeoutException => new(ErrorKind.Unreachable, $"{registry} does not answer in time", "check the network; a proxy is taken from HTTPS_PROXY", error),
        HttpRequestException or IOException or SocketException => new(ErrorKind.Unreachable, $"{registry} cannot be reached: {error.Message}", "check the network; a proxy is taken from HTTPS_PROXY", error),
        _ => new(ErrorKind.Failed, $"{registry} cannot be asked: {error.Message}", inner: error),
    };

    /// <summary>What it serves is not what it should be.</summary>
    public static DebugDeckException Wrong(ImageReference image, string what) =>
        new(ErrorKind.Failed, $"what {image.Registry} serves for {image.Repository} is not usable: {what}", "docker pull shows whether the image is sound");

    private static string HostOf(string registry) => registry.LastIndexOf(':') is > 0 and var colon ? registry[..colon] : registry;

    private static string Later(HttpResponseMessage answer) => answer.Headers.RetryAfter?.Delta is { } delay
        ? string.Create(CultureInfo.InvariantCulture, $"try again in {delay.TotalSeconds:0} s")
        : "try again later";
}
