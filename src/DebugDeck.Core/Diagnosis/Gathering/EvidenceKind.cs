using System.Text.Json;

namespace DebugDeck.Core.Diagnosis.Gathering;

/// <summary>A kind of evidence: how its requests and items are shown and kept.</summary>
public abstract class EvidenceKind
{
    private protected EvidenceKind(string name) => Name = name;

    /// <summary>As it stands in saved runs: <c>file</c>, <c>lookup</c>; stable.</summary>
    public string Name { get; }

    public abstract bool Covers(EvidenceRequest request);

    /// <summary>What the answer says, for a person; empty for a gap. Hostile and not redacted: whoever shows it sees to that.</summary>
    public abstract IReadOnlyList<Evidence> Show(EvidenceAnswer answer);

    /// <summary>The answer with everything that looks like a secret taken out.</summary>
    public abstract EvidenceAnswer Redact(EvidenceAnswer answer);

    internal abstract void WriteRequest(Utf8JsonWriter writer, EvidenceRequest request);

    internal abstract void WriteItem(Utf8JsonWriter writer, object item);

    internal abstract EvidenceAnswer Read(JsonElement request, JsonElement? item, EvidenceGap? gap);
}
