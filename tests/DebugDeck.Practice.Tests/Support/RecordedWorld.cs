using System.Text.Json.Nodes;
using DebugDeck.Practice.Containers;

namespace DebugDeck.Practice.Tests.Support;

/// <summary>The cluster that the recordings were taken from: its objects as they were listed, its users, and a stand-in for its containers.</summary>
internal sealed class RecordedWorld : IPracticeWorld
{
    private static readonly string[] ReadVerbs = ["get", "list", "watch"];

    /// <summary>Moments after the last object changed, when the requests were made.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 11, 23, 3, 27, 0, TimeSpan.Zero);

    private readonly RecordedRuntime _runtime = new();

    public IReadOnlyList<WorldUser> Users { get; } =
    [
        new("admin", ["system:masters"], "shop", []),
        new("debugger", ["debuggers"], "shop", [new("bed-debugger", "bed-debugger", "shop",
        [
            new([""], ["pods", "pods/log", "events", "services"], ReadVerbs, []),
            new([""], ["pods/ephemeralcontainers"], ["get", "patch", "update"], []),
            new([""], ["pods/exec", "pods/attach", "pods/portforward"], ["get", "create"], []),
        ])]),
        new("readonly", ["viewers"], "shop", [new("bed-readonly", "bed-readonly", null,
        [
            new([""], ["pods", "namespaces", "pods/log"], ReadVerbs, []),
        ])]),
        new("execgetonly", [], "shop", [new("exec-get", "exec-get", "shop", [new([""], ["pods", "pods/exec"], ["get"], [])])]),
        new("execcreateonly", [], "shop", [new("exec-create", "exec-create", "shop",
        [
            new([""], ["pods"], ["get"], []),
            new([""], ["pods/exec"], ["create"], []),
        ])]),
    ];

    public IContainerRuntime Runtime => _runtime;

    public Task StartAsync(IClusterState cluster, TimeProvider time, CancellationToken cancellationToken)
    {
        var objects = JsonNode.Parse(File.ReadAllText(Recording.PathOf("world.json")))!.AsObject();
        foreach (var (resource, items) in objects)
        {
            foreach (var item in items!.AsArray())
                cluster.Put(resource, item!.AsObject());
        }

        _runtime.Attach(cluster, time);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
