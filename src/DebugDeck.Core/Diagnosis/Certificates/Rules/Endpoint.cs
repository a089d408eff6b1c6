using System.Globalization;
using DebugDeck.Core.Diagnosis.Certificates.Handshakes;
using DebugDeck.Core.Diagnosis.Checks;

namespace DebugDeck.Core.Diagnosis.Certificates.Rules;

/// <summary>The servers that a run looks at.</summary>
public static class Endpoint
{
    private const int Most = 8;

    /// <summary>From the input <c>endpoints</c>: <c>HOST</c>, <c>HOST:PORT</c>, <c>[::1]:PORT</c> or a URL.</summary>
    public static IReadOnlyList<TlsRequest> All(CheckInputs inputs) =>
        [.. inputs.List("endpoints").Select(Parse).OfType<TlsRequest>().Distinct().Take(Most).Select(request => inputs["server-name"] is { } name ? request with { ServerName = name } : request)];

    public static TlsRequest? Parse(string written)
    {
        var text = written.Contains("://", StringComparison.Ordinal) ? written : "tls://" + written;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Host.Length == 0)
        {
            return null;
        }

        var host = url.IdnHost.Trim('[', ']').TrimEnd('.');
        var port = url.Port > 0 ? url.Port : 443;
        return host.StartsWith('-') ? null : new TlsRequest(host, port, host);
    }

    public static string Port(TlsRequest request) => request.Port.ToString(CultureInfo.InvariantCulture);
}
