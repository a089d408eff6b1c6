using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace DebugDeck.Docker.Tests.Registries;

/// <summary>A small registry on this machine: blobs in memory, tokens if they are wanted, and answers that no real one gives on demand.</summary>
internal sealed class LocalRegistry : IAsyncDisposable
{
    private const string Token = "a-token-for-one-repository";

    private readonly HttpListener _listener = new();
    private readonly Task _serving;
    private readonly ConcurrentDictionary<string, (string Type, byte[] Content)> _content = new(StringComparer.Ordinal);

    public LocalRegistry()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Name = $"localhost:{((IPEndPoint)free.LocalEndpoint).Port}";
        }

        _listener.Prefixes.Add($"http://{Name}/");
        _listener.Start();
        _serving = Task.Run(ServeAsync);
    }

    /// <summary>As references write it.</summary>
    public string Name { get; }

    /// <summary><c>Bearer</c>, <c>Basic</c>, or empty for a registry that lets everybody in.</summary>
    public string Challenge { get; init; } = "";

    /// <summary>The only login there is, as <c>name:password</c>.</summary>
    public string Login { get; init; } = "ada:enigma";

    /// <summary>Where tokens are given out; this registry where the test says nothing.</summary>
    public string? Realm { get; init; }

    /// <summary>Answers for some paths, instead of what is stored.</summary>
    public Func<HttpListenerContext, bool> Instead { get; set; } = _ => false;

    /// <summary>What was asked for, and what came with it.</summary>
    public ConcurrentQueue<(string Path, string? Authorization)> Heard { get; } = [];

    public string AddBlob(byte[] content, string? digest = null) => Add("blobs", "application/octet-stream", content, digest);

    /// <summary>A manifest, by its digest and by a tag.</summary>
    public string AddManifest(string json, string? tag = null, string type = "application/vnd.oci.image.manifest.v1+json")
    {
        var content = Encoding.UTF8.GetBytes(json);
        if (tag is not null)
        {
            _content[$"/v2/shop/web/manifests/{tag}"] = (type, content);
        }

        return Add("manifests", type, content, null);
    }

    public async ValueTask DisposeAsync()
    {
        // Not stopped first: a stopped listener takes its port once more to give it back, and somebody else may have it by then.
        _listener.Close();
        await _serving;
    }

    public static void Answer(HttpListenerContext asked, int status, byte[]? content = null, string? location = null)
    {
        asked.Response.StatusCode = status;
        asked.Response.RedirectLocation = location;
        asked.Response.Close(content ?? [], willBlock: false);
    }

    private static string DigestOf(byte[] content) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(content));

    private string Add(string kind, string type, byte[] content, string? digest)
    {
        digest ??= DigestOf(content);
        _content[$"/v2/shop/web/{kind}/{digest}"] = (type, content);
        return digest;
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext asked;
            try
            {
                asked = await _listener.GetContextAsync();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }

            try
            {
                Serve(asked);
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException or IOException)
            {
                // Whoever asked has heard enough.
            }
        }
    }

    private void Serve(HttpListenerContext asked)
    {
        var path = asked.Request.Url!.AbsolutePath;
        Heard.Enqueue((path, asked.Request.Headers["Authorization"]));
        if (Instead(asked))
        {
            return;
        }

        var basic = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(Login));
        var said = asked.Request.Headers["Authorization"];
        if (path == "/token")
        {
            Answer(asked, said == basic ? 200 : 401, said == basic ? Encoding.UTF8.GetBytes($$"""{"token":"{{Token}}"}""") : null);
        }
        else if ((Challenge == "Bearer" && said != $"Bearer {Token}") || (Challenge == "Basic" && said != basic))
        {
            asked.Response.AddHeader("WWW-Authenticate", Challenge == "Basic" ? "Basic realm=\"shop\"" : $"Bearer realm=\"{Realm ?? $"http://{Name}/token"}\",service=\"shop\",scope=\"repository:shop/web:pull\"");
            Answer(asked, 401);
        }
        else if (_content.TryGetValue(path, out var stored))
        {
            asked.Response.ContentType = stored.Type;
            Answer(asked, 200, stored.Content);
        }
        else
        {
            Answer(asked, 404);
        }
    }
}
