using System.Collections.Immutable;

namespace DebugDeck.Practice.Objects;

/// <summary>
/// All objects of one resource at one moment, in the order of their paths. It never changes, so a list that is read page by page
/// stays consistent however busy the cluster is.
/// </summary>
internal sealed class ObjectSet
{
    private static readonly Comparer<StoredObject> ByPath =
        Comparer<StoredObject>.Create((a, b) => string.CompareOrdinal(a.Path, b.Path));

    private readonly ResourceKind _kind;
    private readonly ImmutableSortedSet<StoredObject> _objects;

    public ObjectSet(ResourceKind kind)
        : this(kind, ImmutableSortedSet<StoredObject>.Empty.WithComparer(ByPath), 0)
    {
    }

    private ObjectSet(ResourceKind kind, ImmutableSortedSet<StoredObject> objects, long version)
    {
        _kind = kind;
        _objects = objects;
        Version = version;
    }

    /// <summary>The cluster's version when this was so.</summary>
    public long Version { get; }

    public StoredObject? Find(string? inNamespace, string name)
    {
        return _objects.TryGetValue(Probe(inNamespace, name), out var found) ? found : null;
    }

    public ObjectSet With(StoredObject value)
    {
        return new ObjectSet(_kind, _objects.Remove(value).Add(value), value.Version);
    }

    public ObjectSet Without(StoredObject value, long version)
    {
        return new ObjectSet(_kind, _objects.Remove(value), version);
    }

    public ObjectSet AtVersion(long version)
    {
        return new ObjectSet(_kind, _objects, version);
    }

    /// <summary>Where the objects of a namespace stand, or all of them.</summary>
    public Range RangeOf(string? inNamespace)
    {
        // "0" is the character after "/", which separates namespace and name in a path.
        return inNamespace is null ? .._objects.Count : IndexOf($"{inNamespace}/")..IndexOf($"{inNamespace}0");
    }

    /// <summary>The place of the first object at or after a path.</summary>
    public int IndexOf(string path)
    {
        var index = _objects.IndexOf(Probe(null, path));
        return index < 0 ? ~index : index;
    }

    public StoredObject this[int index] => _objects[index];

    public IEnumerable<StoredObject> In(string? inNamespace)
    {
        var range = RangeOf(inNamespace);
        return inNamespace is null ? _objects : Enumerable.Range(range.Start.Value, range.End.Value - range.Start.Value).Select(i => _objects[i]);
    }

    private StoredObject Probe(string? inNamespace, string name)
    {
        return new StoredObject(_kind, inNamespace, name) { Version = 0, Body = default, MetadataLength = 0, Labels = null!, Fields = null! };
    }
}
