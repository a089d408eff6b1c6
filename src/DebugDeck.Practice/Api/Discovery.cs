using System.Text.Json.Nodes;
using DebugDeck.Practice.Objects;
using Microsoft.AspNetCore.Http;

namespace DebugDeck.Practice.Api;

/// <summary>The paths that say what the API serves. kubectl asks for the aggregated form first.</summary>
internal static class Discovery
{
    private const string Aggregated = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";

    private static readonly JsonObject VersionInfo = new()
    {
        ["major"] = "1",
        ["minor"] = "36",
        ["emulationMajor"] = "1",
        ["emulationMinor"] = "36",
        ["minCompatibilityMajor"] = "1",
        ["minCompatibilityMinor"] = "35",
        ["gitVersion"] = "v1.36.2+debugdeck-practice",
        ["gitCommit"] = "",
        ["gitTreeState"] = "clean",
        ["buildDate"] = "2026-11-23T00:00:00Z",
        ["goVersion"] = "none",
        ["compiler"] = "none",
        ["platform"] = "practice/none",
    };

    /// <summary>The answer to a path that names no resource; null if there is none.</summary>
    public static Task? Answer(HttpContext http) => http.Request.Path.Value!.Trim('/').Split('/') switch
    {
        ["version"] => Responses.JsonAsync(http, VersionInfo),
        ["readyz" or "livez" or "healthz", ..] => Responses.BytesAsync(http, "ok"u8.ToArray(), 200, "text/plain; charset=utf-8"),
        ["api"] => WantsAggregated(http) ? GroupDiscoveryAsync(http, kind => kind.Group.Length == 0) : Responses.JsonAsync(http, CoreVersions()),
        ["apis"] => WantsAggregated(http) ? GroupDiscoveryAsync(http, kind => kind.Group.Length > 0) : Responses.JsonAsync(http, Groups()),
        ["api", var version] => ResourcesAsync(http, "", version),
        ["apis", var group] => GroupAsync(http, group),
        ["apis", var group, var version] => ResourcesAsync(http, group, version),
        _ => null,
    };

    private static bool WantsAggregated(HttpContext http)
    {
        var accept = http.Request.Headers.Accept.ToString();
        return accept.Contains("as=APIGroupDiscoveryList", StringComparison.Ordinal) && accept.Contains("v=v2;", StringComparison.Ordinal);
    }

    private static JsonObject CoreVersions() => new()
    {
        ["kind"] = "APIVersions",
        ["versions"] = new JsonArray("v1"),
        ["serverAddressByClientCIDRs"] = new JsonArray(),
    };

    private static JsonObject Groups() => new()
    {
        ["kind"] = "APIGroupList",
        ["apiVersion"] = "v1",
        ["groups"] = new JsonArray([.. GroupNames().Select(group => (JsonNode)Group(group))]),
    };

    private static IEnumerable<string> GroupNames() => ResourceCatalog.All.Select(kind => kind.Group).Where(group => group.Length > 0).Distinct();

    private static JsonObject Group(string name)
    {
        JsonObject Version() => new() { ["groupVersion"] = $"{name}/v1", ["version"] = "v1" };
        return new JsonObject { ["name"] = name, ["versions"] = new JsonArray(Version()), ["preferredVersion"] = Version() };
    }

    private static Task GroupAsync(HttpContext http, string name)
    {
        if (!GroupNames().Contains(name))
            throw ApiException.NoSuchPath();
        var group = Group(name);
        group["kind"] = "APIGroup";
        group["apiVersion"] = "v1";
        return Responses.JsonAsync(http, group);
    }

    private static Task ResourcesAsync(HttpContext http, string group, string version)
    {
        var kinds = ResourceCatalog.All.Where(kind => kind.Group == group && kind.Version == version).ToList();
        if (kinds.Count == 0)
            throw ApiException.NoSuchPath();
        return Responses.JsonAsync(http, new JsonObject
        {
            ["kind"] = "APIResourceList",
            ["apiVersion"] = "v1",
            ["groupVersion"] = kinds[0].ApiVersion,
            ["resources"] = new JsonArray([.. kinds.SelectMany(DiscoveryEntries.Of)]),
        });
    }

    private static Task GroupDiscoveryAsync(HttpContext http, Func<ResourceKind, bool> include)
    {
        var groups = ResourceCatalog.All.Where(include).GroupBy(kind => kind.Group).Select(DiscoveryEntries.Aggregated);
        return Responses.JsonAsync(http, new JsonObject
        {
            ["kind"] = "APIGroupDiscoveryList",
            ["apiVersion"] = "apidiscovery.k8s.io/v2",
            ["metadata"] = new JsonObject(),
            ["items"] = new JsonArray([.. groups]),
        }, 200, Aggregated);
    }
}
