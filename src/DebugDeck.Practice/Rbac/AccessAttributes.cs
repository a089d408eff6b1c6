namespace DebugDeck.Practice.Rbac;

/// <summary>What somebody wants to do, as RBAC sees it.</summary>
/// <param name="Resource">With the subresource, such as <c>pods/exec</c>.</param>
/// <param name="Namespace">Null or empty for the whole cluster.</param>
internal sealed record AccessAttributes(string Verb, string Group, string Resource, string? Namespace, string? Name);
