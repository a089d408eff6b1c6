using System.Text.Json.Nodes;

namespace DebugDeck.Practice.Containers;

/// <summary>
/// The objects of the cluster, as etcd holds them. Every change gets the next resource version and reaches all watches.
/// Trees that are handed in or out are copies: changing them later changes nothing here.
/// </summary>
public interface IClusterState
{
    /// <summary>
    /// Creates the object or replaces it. <c>kind</c>, <c>apiVersion</c>, <c>metadata.uid</c>, <c>creationTimestamp</c> and
    /// <c>generation</c> are filled in where they are missing.
    /// </summary>
    void Put(string resource, JsonObject value);

    /// <summary>
    /// Changes an object in place, safe against other writers; false if it does not exist. A change that changes nothing writes nothing.
    /// </summary>
    bool Update(ObjectKey key, Action<JsonObject> change);

    /// <summary>Removes the object; false if it did not exist.</summary>
    bool Remove(ObjectKey key);

    /// <summary>The object, or null.</summary>
    JsonObject? Find(ObjectKey key);

    /// <summary>All objects of a resource, of one namespace or of all, in the order of their names.</summary>
    IReadOnlyList<JsonObject> List(string resource, string? inNamespace = null);
}
