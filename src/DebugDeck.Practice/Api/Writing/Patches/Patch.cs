using System.Text.Json.Nodes;

namespace DebugDeck.Practice.Api.Writing.Patches;

/// <summary>A patch of whatever kind the content type says.</summary>
internal sealed class Patch(string contentType, JsonNode body)
{
    private const string Strategic = "application/strategic-merge-patch+json";
    private const string Merge = "application/merge-patch+json";
    private const string Json = "application/json-patch+json";

    public static async Task<Patch> ReadAsync(ApiRequest request)
    {
        var type = (request.Http.Request.ContentType ?? "").Split(';')[0].Trim();
        if (type is not (Strategic or Merge or Json))
            throw ApiException.UnsupportedMediaType();
        var body = await request.ReadBodyAsync();
        var fits = type == Json ? body is JsonArray : body is JsonObject;
        return fits ? new Patch(type, body!) : throw ApiException.BadRequest($"the body is no {type}");
    }

    /// <summary>What the patch makes of an object; the object itself stays as it is.</summary>
    public JsonObject Apply(JsonObject current)
    {
        var result = current.DeepClone().AsObject();
        switch (contentType)
        {
            case Strategic:
                StrategicMerge.Apply(result, body.AsObject());
                break;
            case Merge:
                MergePatch.Apply(result, body.AsObject());
                break;
            default:
                JsonPatch.Apply(result, body.AsArray());
                break;
        }

        return result;
    }
}
