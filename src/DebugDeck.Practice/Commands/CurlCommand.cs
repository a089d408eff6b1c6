using System.Globalization;
using System.Text;
using DebugDeck.Practice.Files;
using DebugDeck.Practice.Network;

namespace DebugDeck.Practice.Commands;

/// <summary><c>curl</c> with the messages and exit codes of 8.14.</summary>
internal sealed class CurlCommand : ICommand
{
    private const string DefaultBundle = "/etc/ssl/certs/ca-certificates.crt";

    public IReadOnlyList<string> Names => ["curl"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = Options.Parse(
            context.Arguments, "sSvkIio:X:H:m:LfA:d:w:", "cacert=", "insecure", "head", "silent", "show-error", "verbose", "connect-timeout=", "max-time=", "output=", "fail", "location", "write-out=");
        var text = options.Operands is [var given, ..] ? given : throw new UsageException("try 'curl --help' for more information", 2);
        var url = new Uri(text.Contains("://", StringComparison.Ordinal) ? text : "http://" + text);
        var limit = (options.Value('m') ?? options.Value("max-time") ?? options.Value("connect-timeout")) is { } seconds
            ? TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture))
            : (TimeSpan?)null;
        var bundle = options.Value("cacert") ?? context.Environment.GetValueOrDefault("CURL_CA_BUNDLE") ?? context.Environment.GetValueOrDefault("SSL_CERT_FILE") ?? DefaultBundle;
        var head = options.Has('I') || options.Has("head");
        try
        {
            var trust = options.Has('k') || options.Has("insecure") || url.Scheme != "https" ? null : TrustStore.Read(context.Files, bundle);
            var (header, body) = await HttpClientScript.GetAsync(context, url, head ? "HEAD" : "GET", "curl/8.14.1", trust, limit, cancellationToken);
            await context.PrintAsync(head || options.Has('i') ? header + "\r\n\r\n" : "", cancellationToken);
            return await SaveAsync(context, options, body, header, cancellationToken);
        }
        catch (FileException e)
        {
            return await FailAsync(context, options, 77, $"error setting certificate verify locations:  CAfile: {e.Path} CApath: none", cancellationToken);
        }
        catch (TlsException e)
        {
            return e.Code == 62
                ? await FailAsync(context, options, 60, $"SSL: no alternative certificate subject name matches target host name '{url.Host}'", cancellationToken)
                : await FailAsync(context, options, 60, $"SSL certificate problem: {e.Message}", cancellationToken);
        }
        catch (NetworkException e) when (e.IsName)
        {
            return await FailAsync(context, options, 6, $"Could not resolve host: {url.Host}", cancellationToken);
        }
        catch (NetworkException e) when (e.Message.StartsWith("error:", StringComparison.Ordinal))
        {
            return await FailAsync(context, options, 35, $"TLS connect error: {e.Message}", cancellationToken);
        }
        catch (NetworkException e)
        {
            return e.Message == "Connection refused"
                ? await FailAsync(context, options, 7, $"Failed to connect to {url.Host} port {url.Port} after 0 ms: Could not connect to server", cancellationToken)
                : await FailAsync(context, options, 28, $"Failed to connect to {url.Host} port {url.Port}: Connection timed out", cancellationToken);
        }
    }

    private static async Task<int> SaveAsync(CommandContext context, Options options, byte[] body, string header, CancellationToken cancellationToken)
    {
        if ((options.Value('o') ?? options.Value("output")) is { } target)
        {
            await using var file = context.Changes.OpenWrite(target, append: false);
            await file.WriteAsync(body, cancellationToken);
        }
        else
        {
            await context.Out.WriteAsync(body, cancellationToken);
        }

        if ((options.Value('w') ?? options.Value("write-out")) is { } format)
        {
            var code = header.Split(' ').ElementAtOrDefault(1) ?? "000";
            await context.PrintAsync(Escapes.Expand(format.Replace("%{http_code}", code, StringComparison.Ordinal), out _), cancellationToken);
        }

        return 0;
    }

    private static async Task<int> FailAsync(CommandContext context, Options options, int code, string message, CancellationToken cancellationToken)
    {
        var quiet = (options.Has('s') || options.Has("silent")) && !options.Has('S') && !options.Has("show-error");
        await context.Errors.WriteAsync(Encoding.UTF8.GetBytes(quiet ? "" : $"curl: ({code}) {message}\n"), cancellationToken);
        return code;
    }
}
