namespace DebugDeck.Practice.Shell.Syntax;

/// <summary>A word before expansion.</summary>
internal sealed record Word(IReadOnlyList<WordPart> Parts)
{
    /// <summary>The text of a word that is plain and unquoted, as reserved words must be; null for any other.</summary>
    public string? Plain => Parts is [TextPart { Quoted: false } text] ? text.Text : null;
}
