namespace DebugDeck.Kubernetes.Connection;

/// <summary>The Status object with which an API server explains a refusal.</summary>
internal sealed record StatusDocument(string? Kind, string? Status, string? Message, string? Reason, int? Code, StatusDocument.DetailsPart? Details)
{
    internal sealed record DetailsPart(string? Name, string? Kind, IReadOnlyList<CausePart>? Causes);

    internal sealed record CausePart(string? Reason, string? Message, string? Field);
}
