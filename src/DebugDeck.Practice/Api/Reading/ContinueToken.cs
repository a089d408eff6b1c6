using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DebugDeck.Practice.Api.Reading;

/// <summary>Where the next page of a list begins, in the form that a real API server gives: opaque to clients, readable to us.</summary>
/// <param name="Version">The version that all pages show.</param>
/// <param name="Start">The path from which to go on.</param>
internal sealed record ContinueToken(long Version, string Start)
{
    public override string ToString()
    {
        var json = new JsonObject { ["v"] = "meta.k8s.io/v1", ["rv"] = Version, ["start"] = Start };
        return Base64Url.EncodeToString(Responses.ToUtf8(json).Span);
    }

    public static ContinueToken Parse(string text)
    {
        try
        {
            var json = JsonNode.Parse(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)));
            return new ContinueToken((long)json!["rv"]!, (string)json["start"]!);
        }
        catch (Exception error) when (error is FormatException or JsonException or InvalidOperationException or NullReferenceException)
        {
            throw ApiException.BadRequest("continue key is not valid: illegal base64 or JSON data");
        }
    }
}
