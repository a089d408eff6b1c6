using System.Text.Json.Nodes;

namespace DebugDeck.Practice.Tests.Support;

/// <summary>Reads the events of a watch one by one.</summary>
internal sealed class WatchReader : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpResponseMessage _response;
    private readonly StreamReader _reader;

    private WatchReader(HttpResponseMessage response, StreamReader reader)
    {
        _response = response;
        _reader = reader;
    }

    public static async Task<WatchReader> OpenAsync(ApiClient client, string path, string accept = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        var response = await client.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        return new WatchReader(response, new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)));
    }

    /// <summary>The next event, or null at the end of the watch.</summary>
    public async Task<JsonNode?> NextAsync()
    {
        var line = await _reader.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken);
        return line is null ? null : JsonNode.Parse(line);
    }

    /// <summary>The next event as <c>TYPE name</c>.</summary>
    public async Task<string> NextNameAsync()
    {
        var next = await NextAsync();
        return $"{next!["type"]} {next["object"]!["metadata"]!["name"]}".TrimEnd();
    }

    public void Dispose()
    {
        _reader.Dispose();
        _response.Dispose();
    }
}
