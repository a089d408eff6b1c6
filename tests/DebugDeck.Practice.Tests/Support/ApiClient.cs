using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace DebugDeck.Practice.Tests.Support;

/// <summary>A client that knows of the cluster only what a kubeconfig tells: address, authority, token.</summary>
internal sealed class ApiClient : IDisposable
{
    private readonly X509Certificate2 _authority;

    private ApiClient(Uri server, byte[] authorityPem, string token)
    {
        _authority = X509Certificate2.CreateFromPem(System.Text.Encoding.ASCII.GetString(authorityPem));
        var handler = new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions
            {
                CertificateChainPolicy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    CustomTrustStore = { _authority },
                    RevocationMode = X509RevocationMode.NoCheck,
                },
            },
        };
        Http = new HttpClient(handler) { BaseAddress = server };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public HttpClient Http { get; }

    public static ApiClient FromKubeconfig(string path)
    {
        string Value(string key) => File.ReadLines(path).Select(line => line.Trim()).First(line => line.StartsWith($"{key}: ", StringComparison.Ordinal))[(key.Length + 2)..];
        return new ApiClient(new Uri(Value("server")), Convert.FromBase64String(Value("certificate-authority-data")), Value("token"));
    }

    public async Task<JsonNode> GetAsync(string path)
    {
        using var response = await Http.GetAsync(path, TestContext.Current.CancellationToken);
        return (await JsonNode.ParseAsync(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)))!;
    }

    /// <summary>Sends a request and reads the whole answer as JSON, or as text if it is none.</summary>
    public async Task<(int Status, JsonNode? Body, HttpResponseMessage Response)> SendAsync(HttpRequestMessage request)
    {
        var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var isJson = response.Content.Headers.ContentType?.MediaType == "application/json";
        return ((int)response.StatusCode, isJson ? JsonNode.Parse(text) : JsonValue.Create(text), response);
    }

    public void Dispose()
    {
        Http.Dispose();
        _authority.Dispose();
    }
}
