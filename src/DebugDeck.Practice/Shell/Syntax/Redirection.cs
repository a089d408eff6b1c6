namespace DebugDeck.Practice.Shell.Syntax;

/// <summary>A redirection; <see cref="Target"/> is the file, the descriptor or the text of a here-document.</summary>
internal sealed record Redirection(int Descriptor, RedirectionKind Kind, Word Target);

/// <summary>The kinds of redirection.</summary>
internal enum RedirectionKind
{
    Read,
    Write,
    Append,
    ReadWrite,
    Duplicate,
    HereDocument,
}
