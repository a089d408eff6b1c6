using System.Text.Json.Nodes;
using DebugDeck.Practice.Containers;

namespace DebugDeck.Practice.Objects;

/// <summary>The objects of the cluster, their versions and their recent history.</summary>
internal sealed class ObjectStore : IClusterState
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly Dictionary<string, ResourceTable> _tables;

    // A cluster that has lived a little: version 1 is a stale one from the start.
    private long _version = 1000;

    public ObjectStore(TimeProvider time, int historyCapacity)
    {
        _time = time;
        _tables = ResourceCatalog.All
            .Where(kind => !kind.IsReview)
            .ToDictionary(kind => kind.Plural, kind => new ResourceTable(kind, historyCapacity));
    }

    public void Put(string resource, JsonObject value)
    {
        var table = Table(resource);
        var tree = value.DeepClone().AsObject();
        ObjectDefaults.Apply(table.Kind, tree, _time.GetUtcNow());
        lock (_lock)
            Write(table, tree);
    }

    public bool Update(ObjectKey key, Action<JsonObject> change)
    {
        return Change(key, tree =>
        {
            change(tree);
            return tree;
        }, dryRun: false) is not null;
    }

    public bool Remove(ObjectKey key)
    {
        var table = Table(key.Resource);
        lock (_lock)
        {
            if (table.Objects.Find(key.Namespace, key.Name) is not { } current)
                return false;
            var last = ObjectWriter.Write(table.Kind, current.ToTree(), ++_version);
            table.Objects = table.Objects.Without(current, _version);
            table.Record(new Change(ChangeType.Deleted, last, current));
            return true;
        }
    }

    public JsonObject? Find(ObjectKey key) => Get(key)?.ToTree();

    public IReadOnlyList<JsonObject> List(string resource, string? inNamespace = null)
    {
        return [.. Current(resource).In(inNamespace).Select(stored => stored.ToTree())];
    }

    public StoredObject? Get(ObjectKey key)
    {
        lock (_lock)
            return Table(key.Resource).Objects.Find(key.Namespace, key.Name);
    }

    /// <summary>Adds an object that must not exist yet; null if it does. A dry run writes nothing.</summary>
    public StoredObject? Create(ResourceKind kind, JsonObject tree, bool dryRun)
    {
        var table = Table(kind.Plural);
        ObjectDefaults.Apply(kind, tree, _time.GetUtcNow());
        lock (_lock)
        {
            if (table.Objects.Find((string?)tree["metadata"]!["namespace"], (string)tree["metadata"]!["name"]!) is not null)
                return null;
            return dryRun ? ObjectWriter.Write(kind, tree, _version) : Write(table, tree);
        }
    }

    /// <summary>
    /// Replaces an object by what <paramref name="change"/> makes of it; null if there is none. What the change throws stops it.
    /// The generation counts the versions of the spec.
    /// </summary>
    public StoredObject? Change(ObjectKey key, Func<JsonObject, JsonObject> change, bool dryRun)
    {
        var table = Table(key.Resource);
        lock (_lock)
        {
            if (table.Objects.Find(key.Namespace, key.Name) is not { } current)
                return null;
            var before = current.ToTree();
            var after = change(current.ToTree());
            if (JsonNode.DeepEquals(before, after))
                return current;
            if (before["metadata"]!["generation"] is { } generation && !JsonNode.DeepEquals(before["spec"], after["spec"]))
                after["metadata"]!["generation"] = (long)generation + 1;
            return dryRun ? ObjectWriter.Write(table.Kind, after, current.Version) : Write(table, after);
        }
    }

    /// <summary>All objects of a resource now.</summary>
    public ObjectSet Current(string resource)
    {
        lock (_lock)
            return Table(resource).Objects.AtVersion(_version);
    }

    /// <summary>The set as it was at a version that an earlier page was read from; null when it is no longer kept.</summary>
    public ObjectSet? At(string resource, long version)
    {
        lock (_lock)
            return Table(resource).FindSnapshot(version);
    }

    /// <summary>Keeps a set for the pages that follow.</summary>
    public void Keep(string resource, ObjectSet snapshot)
    {
        lock (_lock)
            Table(resource).KeepSnapshot(snapshot);
    }

    /// <summary>What has changed after a version, and a task that completes when there is more.</summary>
    public ChangeBatch ChangesAfter(string resource, long version)
    {
        lock (_lock)
        {
            var log = Table(resource).Log;
            return version < log.ForgottenUpTo
                ? new ChangeBatch([], log.ForgottenUpTo, Expired: true, Task.CompletedTask)
                : new ChangeBatch(log.After(version), _version, Expired: false, log.NextAsync());
        }
    }

    /// <summary>Forgets all history, as a compaction does: watches and pages that reach back get 410.</summary>
    public void Compact()
    {
        lock (_lock)
        {
            foreach (var table in _tables.Values)
            {
                table.Log.Forget(_version);
                table.ForgetSnapshots();
            }
        }
    }

    private StoredObject Write(ResourceTable table, JsonObject tree)
    {
        var value = ObjectWriter.Write(table.Kind, tree, ++_version);
        var previous = table.Objects.Find(value.Namespace, value.Name);
        table.Objects = table.Objects.With(value);
        table.Record(new Change(previous is null ? ChangeType.Added : ChangeType.Modified, value, previous));
        return value;
    }

    private ResourceTable Table(string resource)
    {
        return _tables.TryGetValue(resource, out var table)
            ? table
            : throw new ArgumentException($"the practice cluster keeps no {resource}", nameof(resource));
    }
}
