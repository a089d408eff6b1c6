namespace DebugDeck.Practice.Shell.Syntax;

/// <summary>A here-document that was announced on a line and follows after it.</summary>
internal sealed class PendingDocument(string delimiter, bool stripTabs, bool literal)
{
    private readonly List<WordPart> _parts = [];

    public string Delimiter => delimiter;

    public bool StripTabs => stripTabs;

    /// <summary>The content; filled when the lines have been read.</summary>
    public Word Content => new(_parts);

    public void Complete(string lines)
    {
        if (literal)
        {
            _parts.Add(new TextPart(lines, Quoted: true));
            return;
        }

        _parts.AddRange(new WordParser(new SourceReader(lines)).ParseDocument().Parts);
    }
}
