using DebugDeck.Core.Diagnosis;

namespace DebugDeck.Output.Documents;

/// <summary>Something to paste, in a document.</summary>
internal sealed record FixDocument(string Kind, string Title, string Language, string Text)
{
    public static FixDocument From(Fix fix) => new(DocumentWord.Of(fix.Kind), fix.Title, fix.Language, fix.Text);
}
