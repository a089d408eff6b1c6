using DebugDeck.Core.Playbooks;

namespace DebugDeck.Output.Playbooks;

/// <summary>What <c>playbooks list -o json</c> prints.</summary>
internal sealed record PlaybooksDocument(int SchemaVersion, IReadOnlyList<PlaybookDocument> Playbooks)
{
    public PlaybooksDocument(IEnumerable<Playbook> playbooks)
        : this(1, [.. playbooks.Select(PlaybookDocument.From)])
    {
    }
}

/// <summary>A playbook in a list.</summary>
internal sealed record PlaybookDocument(string Name, string Title, string Summary, string Origin, IReadOnlyList<string> Inputs, IReadOnlyList<string> Steps)
{
    public static PlaybookDocument From(Playbook playbook) => new(
        playbook.Name, playbook.Title, playbook.Summary, playbook.Origin, [.. playbook.Inputs.Select(input => input.Name)], [.. playbook.Steps.Select(step => step.Id)]);
}
