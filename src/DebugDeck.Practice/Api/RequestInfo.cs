using Microsoft.AspNetCore.Http;

namespace DebugDeck.Practice.Api;

/// <summary>What a request is about, read from its method and path alone, as the API server's authorizer does.</summary>
/// <param name="Verb">The verb of RBAC: get, list, watch, create, update, patch, delete, deletecollection.</param>
internal sealed record RequestInfo(string Verb, string Group, string Version, string Resource, string Subresource, string? Namespace, string? Name)
{
    /// <summary>What RBAC rules name: <c>pods</c> or <c>pods/exec</c>.</summary>
    public string RbacResource => Subresource.Length == 0 ? Resource : $"{Resource}/{Subresource}";

    /// <summary>Null for a path that names no resource, such as discovery.</summary>
    public static RequestInfo? Parse(string method, string path, IQueryCollection query)
    {
        var parts = path.Trim('/').Split('/');
        return parts switch
        {
            ["api", var version, .. { Length: > 0 } rest] => Parse(method, "", version, rest, query),
            ["apis", var group, var version, .. { Length: > 0 } rest] => Parse(method, group, version, rest, query),
            _ => null,
        };
    }

    private static RequestInfo? Parse(string method, string group, string version, string[] parts, IQueryCollection query)
    {
        string? inNamespace = null;

        // The parts of a namespace object itself look like resources in it, but for these two.
        if (parts is ["namespaces", var name, not "status" and not "finalize", ..])
        {
            inNamespace = name;
            parts = parts[2..];
        }

        if (parts.Length > 3)
            return null;
        var target = parts.Length > 1 ? parts[1] : null;

        // RBAC counts a namespace object as being in the namespace it makes.
        inNamespace ??= parts[0] == "namespaces" ? target : null;
        return new RequestInfo(VerbOf(method, target, query), group, version, parts[0], parts.Length > 2 ? parts[2] : "", inNamespace, target);
    }

    private static string VerbOf(string method, string? name, IQueryCollection query) => method switch
    {
        "POST" => "create",
        "PUT" => "update",
        "PATCH" => "patch",
        "DELETE" => name is null ? "deletecollection" : "delete",
        _ when name is not null => "get",
        _ => IsTrue(query["watch"]) ? "watch" : "list",
    };

    /// <summary>How query parameters say yes: <c>1</c>, <c>true</c>, or the bare name.</summary>
    public static bool IsTrue(Microsoft.Extensions.Primitives.StringValues value) => value.Count > 0 && value[0] is "1" or "true" or "";
}
