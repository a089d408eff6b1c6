using DebugDeck.Practice.Objects;

namespace DebugDeck.Practice.Api.Selectors;

/// <summary>What a list or watch is limited to: a namespace, labels and fields.</summary>
internal sealed class ObjectFilter(string? inNamespace, LabelSelector labels, FieldSelector fields)
{
    public string? Namespace { get; } = inNamespace;

    /// <summary>Nothing but the namespace limits it, so counts are known without looking.</summary>
    public bool TakesAll => labels.IsEmpty && fields.IsEmpty;

    public static ObjectFilter From(ApiRequest request)
    {
        var fields = FieldSelector.Parse(request.Kind, request.Query("fieldSelector"));
        return new ObjectFilter(request.Kind.Namespaced ? request.Info.Namespace : null, LabelSelector.Parse(request.Query("labelSelector")), fields);
    }

    public bool Selects(StoredObject value) => labels.Matches(value.Labels) && fields.Matches(value);

    /// <summary>The same with the namespace looked at too: a watch sees the changes of all.</summary>
    public bool SelectsAnywhere(StoredObject value) => (Namespace is null || value.Namespace == Namespace) && Selects(value);
}
