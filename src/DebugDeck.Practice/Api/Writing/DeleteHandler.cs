using System.Text.Json.Nodes;
using DebugDeck.Practice.Api.Tables;
using DebugDeck.Practice.Containers;
using DebugDeck.Practice.Objects;

namespace DebugDeck.Practice.Api.Writing;

/// <summary>Deletion. A pod that runs is told to end and goes when its containers have; everything else goes at once.</summary>
internal sealed class DeleteHandler(ObjectStore store, IContainerRuntime runtime, TimeProvider time)
{
    public async Task HandleAsync(ApiRequest request)
    {
        var options = await request.ReadBodyAsync() as JsonObject;
        var current = store.Find(request.Key) ?? throw ApiException.NotFound(request.Kind, request.Info.Name!);
        var dryRun = request.DryRun || options?["dryRun"] is JsonArray { Count: > 0 };
        if (request.Kind != ResourceCatalog.Pods)
        {
            if (!dryRun)
                store.Remove(request.Key);
            await Responses.JsonAsync(request.Http, Success(request, current));
            return;
        }

        var grace = GracePeriod(request, options, current);
        if (dryRun)
            await Responses.JsonAsync(request.Http, current);
        else
            await Responses.JsonAsync(request.Http, grace == 0 ? DeleteNow(request.Key, current) : BeginDeletion(request.Key, grace));
    }

    private static long GracePeriod(ApiRequest request, JsonObject? options, JsonObject pod)
    {
        // Nothing has to end where nothing was started.
        if (Cells.At(pod, "spec", "nodeName") is null)
            return 0;
        var asked = request.Number("gracePeriodSeconds") ?? (long?)options?["gracePeriodSeconds"];
        return Math.Max(0, asked ?? Cells.Int(Cells.At(pod, "spec", "terminationGracePeriodSeconds")));
    }

    private JsonObject DeleteNow(ObjectKey key, JsonObject pod)
    {
        store.Remove(key);
        runtime.PodDeleted(key, TimeSpan.Zero);
        return pod;
    }

    private JsonObject BeginDeletion(ObjectKey key, long grace)
    {
        var marked = store.Change(key, pod =>
        {
            var metadata = pod["metadata"]!.AsObject();
            metadata["deletionTimestamp"] = ObjectDefaults.Timestamp(time.GetUtcNow().AddSeconds(grace));
            metadata["deletionGracePeriodSeconds"] = grace;
            return pod;
        }, dryRun: false);
        runtime.PodDeleted(key, TimeSpan.FromSeconds(grace));
        return marked?.ToTree() ?? [];
    }

    private static JsonObject Success(ApiRequest request, JsonObject deleted)
    {
        var details = ApiException.Details(request.Kind, request.Info.Name, request.Kind.Plural);
        details["uid"] = deleted["metadata"]?["uid"]?.DeepClone();
        return new JsonObject
        {
            ["kind"] = "Status",
            ["apiVersion"] = "v1",
            ["metadata"] = new JsonObject(),
            ["status"] = "Success",
            ["details"] = details,
        };
    }
}
