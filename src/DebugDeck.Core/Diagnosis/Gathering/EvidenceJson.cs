using System.Text.Json;

namespace DebugDeck.Core.Diagnosis.Gathering;

/// <summary>Keeps evidence as JSON: <c>[{"kind": "file", "request": {…}, "item": {…}}, {"kind": …, "gap": {…}}]</c>.</summary>
public static class EvidenceJson
{
    /// <summary>Writes an array of everything that was asked, in the order of its keys.</summary>
    public static void Write(Utf8JsonWriter writer, CaseEvidence evidence)
    {
        writer.WriteStartArray();
        foreach (var answer in evidence.Answers)
        {
            var kind = EvidenceKinds.Of(answer.Request);
            writer.WriteStartObject();
            writer.WriteString("kind", kind.Name);
            writer.WritePropertyName("request");
            kind.WriteRequest(writer, answer.Request);
            if (answer.Item is { } item)
            {
                writer.WritePropertyName("item");
                kind.WriteItem(writer, item);
            }
            else if (answer.Gap is { } gap)
            {
                writer.WritePropertyName("gap");
                JsonSerializer.Serialize(writer, gap, GatheringJson.Default.EvidenceGap);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote. Kinds that this version does not know are left out.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static CaseEvidence Read(JsonElement array, DateTimeOffset takenAt)
    {
        if (array.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("the evidence is not a list");
        }

        return new CaseEvidence(takenAt).With(array.EnumerateArray().Select(ReadAnswer).OfType<EvidenceAnswer>());
    }

    private static EvidenceAnswer? ReadAnswer(JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty("kind", out var name) || !answer.TryGetProperty("request", out var request))
        {
            throw new JsonException("a piece of evidence says neither what kind it is nor what was asked");
        }

        var gap = answer.TryGetProperty("gap", out var reason) ? reason.Deserialize(GatheringJson.Default.EvidenceGap) : null;
        return EvidenceKinds.Find(name.GetString() ?? "")?.Read(request, answer.TryGetProperty("item", out var item) ? item : null, gap);
    }
}
