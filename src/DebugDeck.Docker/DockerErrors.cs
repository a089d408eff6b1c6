using System.Net;
using System.Net.Sockets;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;
using Docker.DotNet;

namespace DebugDeck.Docker;

/// <summary>What the engine and its library throw, in the user's words.</summary>
internal static class DockerErrors
{
    /// <param name="error">What was thrown.</param>
    /// <param name="host">The engine that was asked.</param>
    /// <param name="about">What was asked for, as it would stand in a sentence: <c>container 'web'</c>.</param>
    public static DebugDeckException Translate(Exception error, HostInfo host, string about) => error switch
    {
        _ when Find<DebugDeckException>(error) is { } known => known,
        DockerApiException { StatusCode: HttpStatusCode.NotFound } => new(ErrorKind.NotFound, $"{host.Name} has no {about}", inner: error),
        DockerApiException { StatusCode: HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized } api =>
            new(ErrorKind.NotPermitted, $"{host.Name} refuses: {Words(api)}", inner: error),
        DockerApiException api => new(ErrorKind.Failed, $"{host.Name}: {Words(api)}", inner: error),
        UnauthorizedAccessException => Denied(host, error),
        _ when Find<SocketException>(error) is { SocketErrorCode: SocketError.AccessDenied } => Denied(host, error),
        _ when Find<SocketException>(error) is { } socket && IsMissing(host, socket) =>
            new(ErrorKind.Unreachable, $"no engine is running at {host.Endpoint}: there is no such socket", "start the engine, or say where it is with --docker-host or DOCKER_HOST", error),
        _ when Find<SocketException>(error) is { } socket =>
            new(ErrorKind.Unreachable, $"{host.Name} is not reachable at {host.Endpoint}: {socket.Message}", "is the engine running? `debugdeck doctor` looks at every place", error),
        HttpRequestException or IOException when IsOurCertificate(error) => new(
            ErrorKind.Unreachable,
            $"{host.Name} at {host.Endpoint} does not accept who we are: {Innermost(error)}",
            "it wants a certificate of ours: cert.pem and key.pem in DOCKER_CERT_PATH, or a Docker context that brings them",
            error),
        HttpRequestException or IOException or TimeoutException or OperationCanceledException =>
            new(ErrorKind.Unreachable, $"the connection to {host.Name} at {host.Endpoint} broke: {Innermost(error)}", inner: error),
        _ => new(ErrorKind.Failed, $"{host.Name}: {error.Message}", inner: error),
    };

    private static DebugDeckException Denied(HostInfo host, Exception error) => new(
        ErrorKind.NotPermitted,
        $"no permission to use {host.Endpoint}",
        "join the group that owns the socket (usually `docker`) and log in again, or use the engine's rootless socket",
        error);

    // The runtime knows no code of its own for a missing file and gives one that reads as nonsense here (ENOENT becomes AddressNotAvailable).
    private static bool IsMissing(HostInfo host, SocketException error) =>
        host.Endpoint.StartsWith("unix://", StringComparison.Ordinal) && error.SocketErrorCode == SocketError.AddressNotAvailable;

    // Under TLS 1.3 the engine refuses a client only after our side of the handshake is done, so it shows in the first answer.
    private static bool IsOurCertificate(Exception error) =>
        Innermost(error) is var words && words.Contains("alert", StringComparison.Ordinal) && words.Contains("certificate", StringComparison.Ordinal);

    // The outermost words are "an error occurred while sending the request".
    private static string Innermost(Exception error) => error.InnerException is { } inner ? Innermost(inner) : error.Message;

    // The body is {"message":"…"}; the library's own message wraps it in its own words.
    private static string Words(DockerApiException error)
    {
        var body = error.ResponseBody ?? "";
        try
        {
            using var document = System.Text.Json.JsonDocument.Parse(body);
            if (document.RootElement.TryGetProperty("message", out var message))
            {
                return message.GetString()?.Trim() ?? body;
            }
        }
        catch (System.Text.Json.JsonException)
        {
            // Not the engine's own words (a proxy's page, perhaps): show them as they are.
        }

        return body.Length > 0 ? body.Trim() : $"HTTP {(int)error.StatusCode}";
    }

    private static T? Find<T>(Exception? error)
        where T : Exception
    {
        for (; error is not null; error = error.InnerException)
        {
            if (error is T found)
            {
                return found;
            }
        }

        return null;
    }
}
