namespace DebugDeck.Practice.Shell.Syntax;

/// <summary>Stands for a here-document whose lines are read after the redirection.</summary>
internal sealed record DocumentPart(PendingDocument Document) : WordPart(Quoted: true);
