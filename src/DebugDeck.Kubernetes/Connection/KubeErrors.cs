using System.Net;
using System.Security.Authentication;
using System.Text.Json;
using DebugDeck.Core.Errors;

namespace DebugDeck.Kubernetes.Connection;

/// <summary>What an API server and the way to it say when they refuse, in the user's words: the server's own sentence wins.</summary>
internal static class KubeErrors
{
    public static DebugDeckException FromResponse(HttpStatusCode code, string body, string context)
    {
        var status = ReadStatus(body);
        var sentence = status?.Message is { Length: > 0 } message ? message : Shorten(body.Trim(), code);
        var cause = new KubeStatusException(code, status, sentence);
        return code switch
        {
            HttpStatusCode.Unauthorized => new DebugDeckException(
                ErrorKind.NotPermitted,
                $"{context} does not accept our credentials: {sentence}",
                "log in again; `kubectl auth whoami` tells whether kubectl is accepted",
                cause),
            HttpStatusCode.Forbidden => new DebugDeckException(ErrorKind.NotPermitted, sentence, inner: cause),
            HttpStatusCode.NotFound => new DebugDeckException(ErrorKind.NotFound, sentence, inner: cause),
            HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout =>
                new DebugDeckException(ErrorKind.Unreachable, $"{context}: {sentence}", inner: cause),
            _ => new DebugDeckException(ErrorKind.Failed, sentence, inner: cause),
        };
    }

    public static DebugDeckException FromTransport(Exception error, Uri server, string context)
    {
        // A handshake that is cut off is no verdict about a certificate.
        var innermost = error;
        var isVerdict = false;
        while (innermost.InnerException is { } inner)
        {
            innermost = inner;
            isVerdict |= inner is AuthenticationException;
        }

        return isVerdict
            ? new DebugDeckException(ErrorKind.Unreachable, $"the certificate of {context} at {server.Authority} is not accepted: {innermost.Message}", "is the kubeconfig's certificate-authority the cluster's, and is the host name in the certificate?", error)
            : new DebugDeckException(ErrorKind.Unreachable, $"{context} is not reachable at {server.Authority}: {innermost.Message}", "is the VPN up? `debugdeck doctor` looks at every context", error);
    }

    public static StatusDocument? ReadStatus(string body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, ConnectionJson.Default.StatusDocument);
        }
        catch (JsonException)
        {
            // A proxy's page or plain text: the caller shows it as it is.
            return null;
        }
    }

    private static string Shorten(string body, HttpStatusCode code)
    {
        const int Enough = 300;
        var words = body.Length > Enough ? body[..Enough] + "…" : body;
        return words.Length > 0 ? $"HTTP {(int)code}: {words}" : $"HTTP {(int)code}";
    }
}
