using DebugDeck.Core.Shells;

namespace DebugDeck.Output.Documents;

/// <summary>What is known about a target's shell, in a document.</summary>
internal sealed record ShellDocument(string Verdict, string? Path, IReadOnlyList<string> Evidence)
{
    public static ShellDocument From(ShellFinding finding) => new(DocumentWord.Of(finding.Verdict), finding.Path, finding.Evidence);
}
