using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using DebugDeck.Practice.Containers;

namespace DebugDeck.Practice.Tests.Support;

/// <summary>Plays the programs that the recordings ran, so that the API around them can be compared byte for byte.</summary>
internal sealed class RecordedRuntime : IContainerRuntime
{
    private IClusterState _cluster = null!;
    private TimeProvider _time = TimeProvider.System;

    public void Attach(IClusterState cluster, TimeProvider time)
    {
        _cluster = cluster;
        _time = time;
    }

    public Task<int> ExecAsync(ContainerKey key, ExecRequest request, IExecStreams streams, CancellationToken cancellationToken)
    {
        var program = request.Command[0];
        if (key.Pod.StartsWith("checkout", StringComparison.Ordinal) && key.Container == "app")
        {
            throw new ExecFailedException(program switch
            {
                "/app/config.json" or "/app" => $"exec: \"{program}\": permission denied",
                ['/', ..] => $"exec: \"{program}\": stat {program}: no such file or directory",
                _ => $"exec: \"{program}\": executable file not found in $PATH",
            });
        }

        return RecordedPrograms.RunAsync(request, streams, key, cancellationToken);
    }

    public async Task AttachAsync(ContainerKey key, IExecStreams streams, CancellationToken cancellationToken)
    {
        await streams.WriteOutputAsync("/ # "u8.ToArray(), cancellationToken);
        while (await streams.ReadAsync(cancellationToken) is { IsEmpty: false } input)
            await streams.WriteOutputAsync(input, cancellationToken);
        _cluster.Update(ObjectKey.Pod(key.Namespace, key.Pod), pod =>
        {
            foreach (var status in pod["status"]!["ephemeralContainerStatuses"]!.AsArray())
            {
                if (status!["name"]!.ToString() == key.Container)
                    status["state"] = new JsonObject { ["terminated"] = new JsonObject { ["exitCode"] = 0, ["reason"] = "Completed" } };
            }
        });
    }

    public async IAsyncEnumerable<LogRecord> ReadLogsAsync(ContainerKey key, LogQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (key.Pod == "crasher" && query.Previous)
            throw new ContainerNotFoundException(key);
        var lines = key.Pod switch
        {
            "ec-zoo" => ["hi"],
            "bad-command" => [],
            _ => Enumerable.Range(946, 5).Select(tick => $"level=info msg=\"tick {tick} goroutines=6\"").ToArray(),
        };
        var records = lines.Select((line, index) => new LogRecord(RecordedWorld.Now.AddSeconds(index - lines.Length), line))
            .Where(record => query.Since is null || record.Time >= query.Since).ToList();
        foreach (var record in records.TakeLast((int)(query.TailLines ?? records.Count)))
            yield return record;
        for (var tick = 951; query.Follow && tick < 954; tick++)
        {
            await Task.Delay(50, cancellationToken);
            yield return new LogRecord(_time.GetUtcNow(), $"level=info msg=\"tick {tick} goroutines=6\"");
        }
    }

    public void PodCreated(ObjectKey pod) => _cluster.Update(pod, tree =>
    {
        tree["spec"]!["nodeName"] = "bed";
        tree["status"]!["phase"] = "Running";
        tree["status"]!["containerStatuses"] = Running(tree["spec"]!["containers"]!.AsArray());
    });

    public void EphemeralContainersAdded(ObjectKey pod) => _cluster.Update(pod, tree =>
    {
        var known = tree["status"]!["ephemeralContainerStatuses"] as JsonArray ?? [];
        var started = Running(tree["spec"]!["ephemeralContainers"]!.AsArray());
        tree["status"]!["ephemeralContainerStatuses"] = new JsonArray(
            [.. started.Select(status => (known.FirstOrDefault(old => old!["name"]!.ToString() == status!["name"]!.ToString()) ?? status)!.DeepClone())]);
    });

    public void PodDeleted(ObjectKey pod, TimeSpan gracePeriod) => _cluster.Remove(pod);

    private JsonArray Running(JsonArray containers) => new([.. containers.Select(container => (JsonNode)new JsonObject
    {
        ["name"] = container!["name"]!.ToString(),
        ["image"] = container["image"]!.ToString(),
        ["imageID"] = "",
        ["ready"] = true,
        ["restartCount"] = 0,
        ["state"] = new JsonObject { ["running"] = new JsonObject { ["startedAt"] = _time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'") } },
    })]);
}
