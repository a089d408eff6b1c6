using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace DebugDeck.Core.Diagnosis.Gathering;

/// <summary>The kind of evidence that answers a <typeparamref name="TRequest"/> with a <typeparamref name="TItem"/>.</summary>
/// <param name="name">Stable; see <see cref="EvidenceKind.Name"/>.</param>
/// <param name="requestJson">From a source-generated context with <c>IgnoreReadOnlyProperties</c>.</param>
/// <param name="itemJson">Likewise.</param>
/// <param name="show">What an item says, each line with its source.</param>
/// <param name="redact">Takes secrets out of an item; null where there can be none.</param>
public sealed class EvidenceKind<TRequest, TItem>(
    string name,
    JsonTypeInfo<TRequest> requestJson,
    JsonTypeInfo<TItem> itemJson,
    Func<TRequest, TItem, IReadOnlyList<Evidence>> show,
    Func<TItem, TItem>? redact = null) : EvidenceKind(name)
    where TRequest : EvidenceRequest<TItem>
    where TItem : class
{
    public override bool Covers(EvidenceRequest request) => request is TRequest;

    public override IReadOnlyList<Evidence> Show(EvidenceAnswer answer) => answer.Item is TItem item ? show((TRequest)answer.Request, item) : [];

    public override EvidenceAnswer Redact(EvidenceAnswer answer) =>
        answer.Item is TItem item && redact is not null ? EvidenceAnswer.Of((TRequest)answer.Request, redact(item)) : answer;

    internal override void WriteRequest(Utf8JsonWriter writer, EvidenceRequest request) => JsonSerializer.Serialize(writer, (TRequest)request, requestJson);

    internal override void WriteItem(Utf8JsonWriter writer, object item) => JsonSerializer.Serialize(writer, (TItem)item, itemJson);

    internal override EvidenceAnswer Read(JsonElement request, JsonElement? item, EvidenceGap? gap)
    {
        var asked = request.Deserialize(requestJson) ?? throw new JsonException($"a request of kind '{Name}' is null");
        var found = item?.Deserialize(itemJson);
        return found is not null ? EvidenceAnswer.Of(asked, found) : EvidenceAnswer.Missing(asked, gap ?? new EvidenceGap("it was not kept"));
    }
}
