using System.Text.Json.Nodes;

namespace DebugDeck.Practice.Api;

/// <summary>What is wrong with one field of an object.</summary>
/// <param name="Field">The path to it, such as <c>spec.ephemeralContainers[0].name</c>.</param>
internal sealed record FieldError(string Field, string Reason, string Message)
{
    public static FieldError Invalid(string field, string value, string why) =>
        new(field, "FieldValueInvalid", $"Invalid value: \"{value}\": {why}");

    public static FieldError Required(string field, string? why = null) =>
        new(field, "FieldValueRequired", why is null ? "Required value" : $"Required value: {why}");

    public static FieldError NotFound(string field, string value) => new(field, "FieldValueNotFound", $"Not found: \"{value}\"");

    public static FieldError Duplicate(string field, string value) => new(field, "FieldValueDuplicate", $"Duplicate value: \"{value}\"");

    public static FieldError Forbidden(string field, string why) => new(field, "FieldValueForbidden", $"Forbidden: {why}");

    public JsonNode ToCause() => new JsonObject { ["reason"] = Reason, ["message"] = Message, ["field"] = Field };
}
