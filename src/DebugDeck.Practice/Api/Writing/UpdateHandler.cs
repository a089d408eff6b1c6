using System.Buffers;
using System.Text.Json.Nodes;
using DebugDeck.Practice.Admission;
using DebugDeck.Practice.Api.Reading;
using DebugDeck.Practice.Api.Writing.Patches;
using DebugDeck.Practice.Containers;
using DebugDeck.Practice.Objects;

namespace DebugDeck.Practice.Api.Writing;

/// <summary>Changes of objects that exist, by PUT or PATCH, of the whole or of one of their parts.</summary>
internal sealed class UpdateHandler(ObjectStore store, PodSecurityAdmission admission, IContainerRuntime runtime, TimeProvider time)
{
    public async Task HandleAsync(ApiRequest request)
    {
        Func<JsonObject, JsonObject> wanted;
        if (request.Info.Verb == "patch")
        {
            wanted = (await Patch.ReadAsync(request)).Apply;
        }
        else
        {
            var body = await request.ReadObjectAsync();
            wanted = _ => body.DeepClone().AsObject();
        }

        var format = Formats.Choose(request, time);
        var stored = store.Change(request.Key, current => Decide(request, current, wanted(current)), request.DryRun)
            ?? throw ApiException.NotFound(request.Kind, request.Info.Name!);
        if (request.Info.Subresource == "ephemeralcontainers" && !request.DryRun)
            runtime.EphemeralContainersAdded(request.Key);
        var answer = new ArrayBufferWriter<byte>(stored.Body.Length + 256);
        format.WriteSingle(answer, stored);
        await Responses.BytesAsync(request.Http, answer.WrittenMemory);
    }

    /// <summary>What becomes of the object: of the wanted state, the part that this path may change, if the rules allow it.</summary>
    private JsonObject Decide(ApiRequest request, JsonObject current, JsonObject wanted)
    {
        CheckVersion(request, current, wanted);
        switch (request.Info.Subresource)
        {
            case "ephemeralcontainers":
                return DecideEphemeral(request, current, wanted);
            case "status":
                var withStatus = current.DeepClone().AsObject();
                withStatus["status"] = wanted["status"]?.DeepClone();
                return withStatus;
            default:
                KeepWhatIsTheServers(current, wanted);
                if (request.Kind == ResourceCatalog.Pods)
                    PodUpdateRules.Check(request.Info.Name!, current, wanted);
                return wanted;
        }
    }

    private JsonObject DecideEphemeral(ApiRequest request, JsonObject current, JsonObject wanted)
    {
        var result = current.DeepClone().AsObject();
        var spec = result["spec"]!.AsObject();
        if (wanted["spec"]?["ephemeralContainers"] is JsonArray { Count: > 0 } containers)
            spec["ephemeralContainers"] = containers.DeepClone();
        else
            spec.Remove("ephemeralContainers");
        PodDefaults.ApplyToEphemeral(spec);
        EphemeralContainerRules.Check(request.Info.Name!, current, result);
        admission.Admit(request, result);
        return result;
    }

    private static void CheckVersion(ApiRequest request, JsonObject current, JsonObject wanted)
    {
        if (wanted["metadata"]?["resourceVersion"] is { } version && version.ToString() != current["metadata"]!["resourceVersion"]!.ToString())
            throw ApiException.Conflict(request.Kind, request.Info.Name!);
    }

    /// <summary>Fields that clients cannot change, and the status, which has a path of its own.</summary>
    private static void KeepWhatIsTheServers(JsonObject current, JsonObject wanted)
    {
        var metadata = ObjectDefaults.Child(wanted, "metadata");
        foreach (var name in new[] { "name", "namespace", "uid", "creationTimestamp", "deletionTimestamp", "generation", "resourceVersion" })
        {
            metadata.Remove(name);
            if (current["metadata"]![name] is { } value)
                metadata[name] = value.DeepClone();
        }

        wanted["kind"] = current["kind"]!.DeepClone();
        wanted["apiVersion"] = current["apiVersion"]!.DeepClone();
        wanted.Remove("status");
        if (current["status"] is { } status)
            wanted["status"] = status.DeepClone();
    }
}
