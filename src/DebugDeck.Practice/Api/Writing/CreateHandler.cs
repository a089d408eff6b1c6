using System.Buffers;
using System.Text.Json.Nodes;
using DebugDeck.Practice.Admission;
using DebugDeck.Practice.Api.Reading;
using DebugDeck.Practice.Api.Tables;
using DebugDeck.Practice.Containers;
using DebugDeck.Practice.Objects;

namespace DebugDeck.Practice.Api.Writing;

/// <summary>New objects, such as the copy of a pod that <c>kubectl debug --copy-to</c> makes.</summary>
internal sealed class CreateHandler(ObjectStore store, PodSecurityAdmission admission, IContainerRuntime runtime, TimeProvider time)
{
    /// <summary>Without vowels and look-alikes, as in real generated names.</summary>
    private const string SuffixLetters = "bcdfghjklmnpqrstvwxz2456789";

    public async Task HandleAsync(ApiRequest request)
    {
        var tree = await request.ReadObjectAsync();
        var metadata = ObjectDefaults.Child(tree, "metadata");
        CheckKind(request, tree);
        CheckNamespace(request, metadata);
        Name(metadata);
        foreach (var field in new[] { "uid", "resourceVersion", "creationTimestamp", "deletionTimestamp", "generation" })
            metadata.Remove(field);
        tree.Remove("status");
        ObjectDefaults.Apply(request.Kind, tree, time.GetUtcNow());
        var name = Cells.Text(metadata["name"], "");
        Validate(request.Kind, name, tree);
        if (request.Kind == ResourceCatalog.Pods)
            admission.Admit(request, tree);

        var format = Formats.Choose(request, time);
        var stored = store.Create(request.Kind, tree, request.DryRun) ?? throw ApiException.AlreadyExists(request.Kind, name);
        if (request.Kind == ResourceCatalog.Pods && !request.DryRun)
            runtime.PodCreated(ObjectKey.Pod(stored.Namespace!, stored.Name));
        var answer = new ArrayBufferWriter<byte>(stored.Body.Length + 256);
        format.WriteSingle(answer, stored);
        await Responses.BytesAsync(request.Http, answer.WrittenMemory, 201);
    }

    private static void CheckKind(ApiRequest request, JsonObject tree)
    {
        if (tree["kind"]?.ToString() is { } kind && kind != request.Kind.Kind)
            throw ApiException.BadRequest($"the object provided is unrecognized (must be of type {request.Kind.Kind}): {kind}");
    }

    private void CheckNamespace(ApiRequest request, JsonObject metadata)
    {
        if (!request.Kind.Namespaced)
            return;
        var inNamespace = request.Info.Namespace ?? throw ApiException.MethodNotAllowed();
        metadata["namespace"] ??= inNamespace;
        if (metadata["namespace"]!.ToString() != inNamespace)
            throw ApiException.BadRequest("the namespace of the provided object does not match the namespace sent on the request");
        if (store.Get(new ObjectKey("namespaces", null, inNamespace)) is null)
            throw ApiException.NotFound(ResourceCatalog.Namespaces, inNamespace);
    }

    private static void Name(JsonObject metadata)
    {
        if (metadata["name"] is null && metadata["generateName"]?.ToString() is { Length: > 0 } prefix)
            metadata["name"] = prefix + string.Concat(Random.Shared.GetItems<char>(SuffixLetters, 5));
    }

    private static void Validate(ResourceKind kind, string name, JsonObject tree)
    {
        var errors = new List<FieldError>();
        if (name.Length == 0)
            errors.Add(FieldError.Required("metadata.name", "name or generateName is required"));
        else if (NameRules.CheckSubdomain("metadata.name", name) is { } badName)
            errors.Add(badName);
        if (kind == ResourceCatalog.Pods && !Cells.Items(Cells.At(tree, "spec", "containers")).Any())
            errors.Add(FieldError.Required("spec.containers"));
        if (errors.Count > 0)
            throw ApiException.Invalid(kind, name, errors);
    }
}
