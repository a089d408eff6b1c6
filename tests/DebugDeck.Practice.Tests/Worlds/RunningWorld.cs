using System.Text;
using System.Text.Json.Nodes;
using DebugDeck.Practice.Containers;
using DebugDeck.Practice.Objects;
using DebugDeck.Practice.Worlds;

namespace DebugDeck.Practice.Tests.Worlds;

/// <summary>The built-in world, running without an API in front of it.</summary>
public sealed class RunningWorld : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    internal World World { get; } = World.LoadBuiltin();

    internal ObjectStore Store { get; } = new(TimeProvider.System, 10_000);

    public async ValueTask InitializeAsync() => await World.StartAsync(Store, TimeProvider.System, CancellationToken.None);

    public async ValueTask DisposeAsync() => await World.DisposeAsync();

    internal string PodOf(string inNamespace, string workload) =>
        (string)Store.List("pods", inNamespace).First(pod => (string?)pod["metadata"]!["labels"]?["app"] == workload)["metadata"]!["name"]!;

    internal JsonObject Status(string inNamespace, string pod, string container)
    {
        var status = Store.Find(ObjectKey.Pod(inNamespace, pod))!["status"]!;
        return new[] { "containerStatuses", "initContainerStatuses", "ephemeralContainerStatuses" }
            .SelectMany(list => (status[list] as JsonArray ?? []).OfType<JsonObject>())
            .First(entry => (string?)entry["name"] == container);
    }

    internal async Task<JsonObject> UntilAsync(string inNamespace, string pod, string container, Func<JsonObject, bool> isReached)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            var status = Status(inNamespace, pod, container);
            if (isReached(status))
            {
                return status;
            }

            Assert.False(limit.IsCancellationRequested, $"{pod}/{container} stays {status["state"]}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Adds a debug container as a patch of a client would, and waits until it runs.</summary>
    internal async Task<string> DebugAsync(string inNamespace, string pod, string target, JsonObject? security = null, string image = "busybox:1.36", bool waits = true)
    {
        var name = "debug-" + Guid.NewGuid().ToString("N")[..6];
        Store.Update(ObjectKey.Pod(inNamespace, pod), found =>
        {
            if (found["spec"]!["ephemeralContainers"] is not JsonArray list)
            {
                found["spec"]!["ephemeralContainers"] = list = [];
            }

            list.Add((JsonNode)new JsonObject
            {
                ["name"] = name,
                ["image"] = image,
                ["targetContainerName"] = target,
                ["command"] = new JsonArray("sh", "-c", "trap 'exit 0' TERM INT; sleep 3600 & wait"),
                ["securityContext"] = security ?? new JsonObject(),
            });
        });
        World.Runtime.EphemeralContainersAdded(ObjectKey.Pod(inNamespace, pod));
        if (waits)
        {
            await UntilAsync(inNamespace, pod, name, status => status["state"]?["running"] is not null);
        }

        return name;
    }

    internal async Task<(string Output, string Errors, int ExitCode)> ExecAsync(string inNamespace, string pod, string container, string script, byte[]? input = null)
    {
        var streams = new TestStreams(input);
        var code = await World.Runtime.ExecAsync(
            new ContainerKey(inNamespace, pod, container), new ExecRequest(["sh", "-c", script], Tty: false, Stdin: input is not null), streams, TestContext.Current.CancellationToken);
        return (Encoding.UTF8.GetString(streams.Output.ToArray()), Encoding.UTF8.GetString(streams.Errors.ToArray()), code);
    }
}
