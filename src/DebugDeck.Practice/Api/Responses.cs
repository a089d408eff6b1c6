using System.Buffers;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace DebugDeck.Practice.Api;

/// <summary>Writes answers.</summary>
internal static class Responses
{
    /// <summary>The size from which a real API server compresses.</summary>
    private const int CompressFrom = 128 * 1024;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> ToUtf8(JsonNode node)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, Options))
            node.WriteTo(writer);
        return buffer.WrittenMemory;
    }

    public static Task JsonAsync(HttpContext http, JsonNode body, int code = 200, string contentType = "application/json")
    {
        return BytesAsync(http, ToUtf8(body), code, contentType);
    }

    public static async Task BytesAsync(HttpContext http, ReadOnlyMemory<byte> body, int code = 200, string contentType = "application/json")
    {
        http.Response.StatusCode = code;
        http.Response.ContentType = contentType;
        if (code < 300 && body.Length >= CompressFrom && TakesGzip(http))
        {
            await using var stream = Gzip(http);
            await stream.WriteAsync(body, http.RequestAborted);
            return;
        }

        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }

    /// <summary>The stream for a long answer; the caller disposes it.</summary>
    public static Stream OpenStream(HttpContext http, long expectedLength)
    {
        http.Response.ContentType = "application/json";
        return expectedLength >= CompressFrom && TakesGzip(http) ? Gzip(http) : new BufferedStream(http.Response.Body, 64 * 1024);
    }

    public static async Task ErrorAsync(HttpContext http, ApiException error)
    {
        if (error.RetryAfter > 0)
            http.Response.Headers.RetryAfter = error.RetryAfter.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await JsonAsync(http, error.ToStatus(), error.Code);
    }

    private static GZipStream Gzip(HttpContext http)
    {
        http.Response.Headers.ContentEncoding = "gzip";
        http.Response.Headers.Vary = "Accept-Encoding";
        return new GZipStream(http.Response.Body, CompressionLevel.Fastest);
    }

    private static bool TakesGzip(HttpContext http)
    {
        return http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase);
    }
}
