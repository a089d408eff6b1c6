using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DebugDeck.Practice.Api.Protobuf;
using DebugDeck.Practice.Containers;
using DebugDeck.Practice.Objects;
using Microsoft.AspNetCore.Http;

namespace DebugDeck.Practice.Api;

/// <summary>One authenticated request for a resource of the catalog.</summary>
internal sealed record ApiRequest(HttpContext Http, WorldUser User, RequestInfo Info, ResourceKind Kind)
{
    /// <summary>Larger than any object may be in a real cluster.</summary>
    private const int BodyLimit = 3 << 20;

    public ObjectKey Key => new(Kind.Plural, Kind.Namespaced ? Info.Namespace : null, Info.Name!);

    /// <summary>Cancelled when the client leaves or the cluster shuts down.</summary>
    public required CancellationToken Aborted { get; init; }

    public bool DryRun => Query("dryRun") switch
    {
        null => false,
        "All" => true,
        var other => throw ApiException.BadRequest($"dryRun: Unsupported value: \"{other}\": supported values: \"All\""),
    };

    public string? Query(string name) => Http.Request.Query[name] is { Count: > 0 } value ? value[0] : null;

    public bool Flag(string name) => RequestInfo.IsTrue(Http.Request.Query[name]);

    public long? Number(string name)
    {
        if (Query(name) is not { Length: > 0 } text)
            return null;
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw ApiException.BadRequest($"strconv.ParseInt: parsing \"{text}\": invalid syntax");
    }

    /// <summary>The body as JSON; null when there is none.</summary>
    public async Task<JsonNode?> ReadBodyAsync()
    {
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await Http.Request.Body.ReadAsync(buffer, Aborted)) > 0)
        {
            if (body.Length + read > BodyLimit)
                throw new ApiException(413, "RequestEntityTooLarge", $"Request entity too large: limit is {BodyLimit}", []);
            body.Write(buffer, 0, read);
        }

        if (body.Length == 0)
            return null;
        if (ProtobufEnvelope.IsIn(Http.Request.ContentType))
            return ProtobufEnvelope.Read(body.ToArray());
        try
        {
            return JsonNode.Parse(body.GetBuffer().AsSpan(0, (int)body.Length));
        }
        catch (JsonException error)
        {
            throw ApiException.BadRequest($"{Kind.Kind} in version \"{Kind.Version}\" cannot be handled as a {Kind.Kind}: {error.Message}");
        }
    }

    /// <summary>The body as an object of this kind.</summary>
    public async Task<JsonObject> ReadObjectAsync()
    {
        if (Http.Request.ContentType is { } type && !type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) && !ProtobufEnvelope.IsIn(type))
            throw ApiException.UnknownBodyFormat("application/json");
        return await ReadBodyAsync() as JsonObject
            ?? throw ApiException.BadRequest($"the request body is no {Kind.Kind}");
    }
}
