namespace DebugDeck.Practice.Containers;

/// <summary>Where an object is kept. <paramref name="Resource"/> is the plural name in the API, such as <c>pods</c>.</summary>
/// <param name="Namespace">The namespace, or null for an object of the whole cluster such as a node.</param>
public sealed record ObjectKey(string Resource, string? Namespace, string Name)
{
    /// <summary>The key of a pod.</summary>
    public static ObjectKey Pod(string @namespace, string name) => new("pods", @namespace, name);
}
