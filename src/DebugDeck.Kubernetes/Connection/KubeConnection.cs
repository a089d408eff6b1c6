using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using DebugDeck.Core.Errors;
using DebugDeck.Kubernetes.Configuration;

namespace DebugDeck.Kubernetes.Connection;

/// <summary>
/// The one way to an API server: lists, watches, streams and the typed client all go through it, so that proxy, TLS rules, credentials and
/// impersonation are the same for every call. KubernetesClient's own connection accepts wrong host names and ignores <c>as:</c> and
/// <c>proxy-url</c> (library-notes B.3), which is why this is ours.
/// </summary>
public sealed class KubeConnection : IDisposable
{
    private const int MostRetries = 5;

    private readonly ICredentialSource _credentials;
    private readonly HttpMessageInvoker _http;
    private readonly TimeProvider _clock;
    private volatile X509Certificate2? _certificate;

    /// <param name="context">Whom to talk to, as whom.</param>
    /// <param name="clock">Time for limits and retries.</param>
    /// <param name="pluginSays">Hears what credential plugins write to their standard error.</param>
    public KubeConnection(KubeContext context, TimeProvider clock, Action<string>? pluginSays = null)
    {
        Context = context;
        _clock = clock;
        _credentials = CredentialSource.For(context, clock, pluginSays ?? (_ => { }));
        _http = new HttpMessageInvoker(CreateHandler(context));
    }

    public KubeContext Context { get; }

    internal TimeProvider Clock => _clock;

    /// <summary>How long an answer's headers may take (<c>--request-timeout</c>); bodies of watches and logs go on for ever.</summary>
    public TimeSpan AnswerLimit { get; init; } = StandardAnswerLimit;

    /// <summary>The limit where the user sets none.</summary>
    public static TimeSpan StandardAnswerLimit { get; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Sends a request and returns a successful answer, its headers read and its body not. Renews credentials once on 401,
    /// waits as told on 429. <paramref name="create"/> makes the request anew for each try.
    /// </summary>
    /// <exception cref="DebugDeckException">The server's own sentence, or why it could not be reached.</exception>
    public async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> create, CancellationToken cancellationToken)
    {
        var renewed = false;
        for (var retries = 0; ; retries++)
        {
            var response = await TryAsync(create, renewed, cancellationToken);
            if (response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.SwitchingProtocols)
            {
                return response;
            }

            using (response)
            {
                if (response.StatusCode == HttpStatusCode.Unauthorized && !renewed && _credentials.CanRenew)
                {
                    renewed = true;
                    continue;
                }

                if (response.StatusCode == HttpStatusCode.TooManyRequests && retries < MostRetries)
                {
                    await Task.Delay(RetryAfter(response), _clock, cancellationToken);
                    continue;
                }

                throw KubeErrors.FromResponse(response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken), Context.Name);
            }
        }
    }

    /// <summary>A request for a path below the server's address.</summary>
    public HttpRequestMessage Request(HttpMethod method, string path, string accept = "application/json")
    {
        var request = new HttpRequestMessage(method, new Uri(Context.Cluster.Server, path.TrimStart('/')));
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return request;
    }

    public void Dispose()
    {
        _http.Dispose();
        (_credentials as IDisposable)?.Dispose();
    }

    private async Task<HttpResponseMessage> TryAsync(Func<HttpRequestMessage> create, bool renew, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(AnswerLimit, _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            var credential = await _credentials.GetAsync(renew, cancellationToken);
            _certificate = credential.Certificate;
            var request = create();
            request.Headers.Authorization = credential.Authorization;
            RequestIdentity.Apply(request.Headers, Context);
            return await _http.SendAsync(request, both.Token);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DebugDeckException(
                ErrorKind.Unreachable,
                $"{Context.Name} has not answered for {AnswerLimit.TotalSeconds:0.#} s",
                "the API server may be overloaded; --request-timeout gives it longer",
                error);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or SocketException)
        {
            // .NET 10 lets the socket's own error through where a server hangs up between the connection and the first look at it
            // (HttpConnectionPool asks for the address of the other side).
            throw KubeErrors.FromTransport(error, Context.Cluster.Server, Context.Name);
        }
    }

    private SocketsHttpHandler CreateHandler(KubeContext context)
    {
        var cluster = context.Cluster;
        var check = new ServerCertificateCheck(cluster);
        var handler = new SocketsHttpHandler
        {
            AutomaticDecompression = DecompressionMethods.GZip,
            ConnectTimeout = TimeSpan.FromSeconds(15),
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
            ConnectCallback = (connection, token) => KeptAlive.ConnectAsync(connection.DnsEndPoint, token),
            AllowAutoRedirect = false,
            UseCookies = false,
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, certificate, chain, errors) => check.Accepts(certificate, chain, errors),
                LocalCertificateSelectionCallback = (_, _, _, _, _) => _certificate!,
            },
        };
        if (cluster.Proxy is { } proxy)
        {
            handler.Proxy = new WebProxy(proxy);
        }

        if (RequestIdentity.RepeatsHeaders(context))
        {
            handler.PlaintextStreamFilter = (connection, _) => ValueTask.FromResult<Stream>(new RepeatedHeaderStream(connection.PlaintextStream));
            handler.PooledConnectionLifetime = TimeSpan.Zero;
        }

        return handler;
    }

    private TimeSpan RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > _clock.GetUtcNow() => date - _clock.GetUtcNow(),
        _ => TimeSpan.FromSeconds(1),
    };
}
