using System.Text.Json.Nodes;
using DebugDeck.Practice.Api;
using DebugDeck.Practice.Containers;
using DebugDeck.Practice.Objects;

namespace DebugDeck.Practice.Rbac;

/// <summary>Answers users who ask what they may do and who they are.</summary>
internal sealed class AccessReviews(TimeProvider time)
{
    private static readonly string[] DiscoveryPaths =
        ["/api", "/api/*", "/apis", "/apis/*", "/healthz", "/livez", "/openapi", "/openapi/*", "/readyz", "/version", "/version/"];

    public async Task HandleAsync(ApiRequest request)
    {
        var review = await request.ReadObjectAsync();
        review["kind"] = request.Kind.Kind;
        review["apiVersion"] = request.Kind.ApiVersion;
        var metadata = ObjectDefaults.Child(review, "metadata");
        switch (request.Kind.Kind)
        {
            case "SelfSubjectAccessReview":
                review["status"] = Access(request.User, review["spec"] as JsonObject ?? []);
                break;
            case "SelfSubjectRulesReview":
                review["status"] = Rules(request.User, review["spec"]?["namespace"]?.ToString() ?? "");
                review["spec"] = new JsonObject();
                break;
            default:
                metadata["creationTimestamp"] = ObjectDefaults.Timestamp(time.GetUtcNow());
                review["status"] = new JsonObject { ["userInfo"] = UserInfo(request.User) };
                break;
        }

        await Responses.JsonAsync(request.Http, review, 201);
    }

    private static JsonObject Access(WorldUser user, JsonObject spec)
    {
        var decision = spec["nonResourceAttributes"] is JsonObject path ? PathAccess(user, path) : Authorizer.Decide(user, Attributes(spec["resourceAttributes"]));
        var status = new JsonObject { ["allowed"] = decision.Allowed };
        if (decision.Reason is not null)
            status["reason"] = decision.Reason;
        return status;
    }

    private static AccessAttributes Attributes(JsonNode? asked)
    {
        string Text(string name) => asked?[name]?.ToString() ?? "";
        var resource = Text("subresource").Length > 0 ? $"{Text("resource")}/{Text("subresource")}" : Text("resource");
        return new AccessAttributes(Text("verb"), Text("group"), resource, Text("namespace"), Text("name") is { Length: > 0 } name ? name : null);
    }

    private static AccessDecision PathAccess(WorldUser user, JsonObject asked)
    {
        var path = asked["path"]?.ToString() ?? "";
        var open = asked["verb"]?.ToString() == "get" && DiscoveryPaths.Any(known =>
            known == path || (known.EndsWith('*') && path.StartsWith(known[..^1], StringComparison.Ordinal)));
        return new AccessDecision(open || user.Groups.Contains(Authorizer.Masters));
    }

    private static JsonObject Rules(WorldUser user, string inNamespace)
    {
        var isMaster = user.Groups.Contains(Authorizer.Masters);
        IEnumerable<PolicyRule> rules = isMaster ? [new(["*"], ["*"], ["*"], [])] : [];
        rules = rules.Concat(Authorizer.BasicRules)
            .Concat(user.Grants.Where(grant => grant.Namespace is null || grant.Namespace == inNamespace).SelectMany(grant => grant.Rules));
        var paths = new JsonArray(PathRule("get", DiscoveryPaths), PathRule("get", "/healthz", "/livez", "/readyz", "/version", "/version/"));
        if (isMaster)
            paths.Add((JsonNode)PathRule("*", "*"));
        return new JsonObject
        {
            ["resourceRules"] = new JsonArray([.. rules.Select(Rule)]),
            ["nonResourceRules"] = paths,
            ["incomplete"] = false,
        };
    }

    private static JsonNode Rule(PolicyRule rule)
    {
        var result = new JsonObject { ["verbs"] = Array(rule.Verbs), ["apiGroups"] = Array(rule.ApiGroups), ["resources"] = Array(rule.Resources) };
        if (rule.ResourceNames.Count > 0)
            result["resourceNames"] = Array(rule.ResourceNames);
        return result;
    }

    private static JsonObject PathRule(string verb, params string[] paths) =>
        new() { ["verbs"] = Array([verb]), ["nonResourceURLs"] = Array(paths) };

    private static JsonObject UserInfo(WorldUser user) =>
        new() { ["username"] = user.Name, ["groups"] = Array([.. user.Groups, "system:authenticated"]) };

    private static JsonArray Array(IEnumerable<string> values) => new([.. values.Select(value => (JsonNode)value)]);
}
