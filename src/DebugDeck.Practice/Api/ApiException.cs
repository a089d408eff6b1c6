using System.Text.Json.Nodes;
using DebugDeck.Practice.Objects;

namespace DebugDeck.Practice.Api;

/// <summary>An answer other than success: the Status that the client gets. The sentences are those of a real 1.36 API server.</summary>
internal sealed class ApiException(int code, string reason, string message, JsonObject? details = null) : Exception(message)
{
    public int Code { get; } = code;

    public string Reason { get; } = reason;

    /// <summary>Seconds to wait before the next try; zero for none. Sent as <c>Retry-After</c>.</summary>
    public int RetryAfter { get; init; }

    public static ApiException BadRequest(string message) => new(400, "BadRequest", message);

    public static ApiException Unauthorized() => new(401, "Unauthorized", "Unauthorized");

    public static ApiException NotFound(ResourceKind kind, string name) =>
        new(404, "NotFound", $"{kind.QualifiedName} \"{name}\" not found", Details(kind, name, kind.Plural));

    public static ApiException NoSuchPath() =>
        new(404, "NotFound", "the server could not find the requested resource", []);

    public static ApiException MethodNotAllowed() =>
        new(405, "MethodNotAllowed", "the server does not allow this method on the requested resource", []);

    public static ApiException NotAcceptable(string types) =>
        new(406, "NotAcceptable", $"only the following media types are accepted: {types}", []);

    public static ApiException AlreadyExists(ResourceKind kind, string name) =>
        new(409, "AlreadyExists", $"{kind.QualifiedName} \"{name}\" already exists", Details(kind, name, kind.Plural));

    public static ApiException Conflict(ResourceKind kind, string name) => new(
        409,
        "Conflict",
        $"Operation cannot be fulfilled on {kind.QualifiedName} \"{name}\": the object has been modified; "
            + "please apply your changes to the latest version and try again",
        Details(kind, name, kind.Plural));

    public static ApiException Expired(string message) => new(410, "Expired", message);

    /// <summary>A content type that the path does not take at all.</summary>
    public static ApiException UnsupportedMediaType() => new(415, "UnsupportedMediaType", "415: Unsupported Media Type", []);

    /// <summary>A body in a form that this kind does not come in.</summary>
    public static ApiException UnknownBodyFormat(string accepted) => new(
        415, "UnsupportedMediaType", $"the body of the request was in an unknown format - accepted media types include: {accepted}", []);

    /// <summary>The object breaks rules. One is told as it is, several in brackets.</summary>
    public static ApiException Invalid(ResourceKind kind, string name, IReadOnlyList<FieldError> errors)
    {
        var all = string.Join(", ", errors.Select(error => $"{error.Field}: {error.Message}"));
        var details = Details(kind, name, kind.Kind);
        details["causes"] = new JsonArray([.. errors.Select(error => error.ToCause())]);
        return new ApiException(422, "Invalid", $"{kind.Kind} \"{name}\" is invalid: {(errors.Count == 1 ? all : $"[{all}]")}", details);
    }

    public JsonObject ToStatus()
    {
        var status = new JsonObject
        {
            ["kind"] = "Status",
            ["apiVersion"] = "v1",
            ["metadata"] = new JsonObject(),
            ["status"] = "Failure",
            ["message"] = Message,
            ["reason"] = Reason,
        };
        if (details is not null)
            status["details"] = details.DeepClone();
        if (RetryAfter > 0)
            ObjectDefaults.Child(status, "details")["retryAfterSeconds"] = RetryAfter;
        status["code"] = Code;
        return status;
    }

    public static JsonObject Details(ResourceKind kind, string? name, string called)
    {
        var result = new JsonObject();
        if (name is not null)
            result["name"] = name;
        if (kind.Group.Length > 0)
            result["group"] = kind.Group;
        result["kind"] = called;
        return result;
    }
}
