namespace DebugDeck.Practice.Shell.Syntax;

/// <summary>Reads a simple command: assignments, words and redirections in any order.</summary>
internal sealed class SimpleCommandParser(SourceReader source, ScriptParser lists)
{
    public SimpleCommand Parse()
    {
        var assignments = new List<(string, Word)>();
        var words = new List<Word>();
        var redirections = new List<Redirection>();
        var redirectionParser = new RedirectionParser(source);
        while (true)
        {
            source.SkipBlanks();
            if (redirectionParser.TryParse() is { } redirection)
            {
                redirections.Add(redirection);
            }
            else if (new WordParser(source).ParseWord() is not { } word)
            {
                break;
            }
            else if (words.Count == 0 && Assignment(word) is { } assignment)
            {
                assignments.Add(assignment);
            }
            else
            {
                words.Add(word);
            }
        }

        return assignments.Count + words.Count + redirections.Count == 0
            ? throw lists.Unexpected()
            : new SimpleCommand(assignments, words) { Redirections = redirections };
    }

    private static (string, Word)? Assignment(Word word)
    {
        if (word.Parts is not [TextPart { Quoted: false } first, ..] || first.Text.IndexOf('=') is not (> 0 and var equals)
            || !SubstitutionParser.IsName(first.Text[..equals]))
        {
            return null;
        }

        var rest = first.Text[(equals + 1)..];
        IReadOnlyList<WordPart> parts = rest.Length > 0 ? [first with { Text = rest }, .. word.Parts.Skip(1)] : [.. word.Parts.Skip(1)];
        return (first.Text[..equals], new Word(parts));
    }
}
