using System.Globalization;

namespace DebugDeck.Practice.Shell.Syntax;

/// <summary>Reads redirections.</summary>
internal sealed class RedirectionParser(SourceReader source)
{
    public IReadOnlyList<Redirection> ParseAll()
    {
        var all = new List<Redirection>();
        source.SkipBlanks();
        while (TryParse() is { } redirection)
        {
            all.Add(redirection);
            source.SkipBlanks();
        }

        return all;
    }

    public Redirection? TryParse()
    {
        var digits = 0;
        while (char.IsAsciiDigit(source.Peek(digits)))
        {
            digits++;
        }

        if (source.Peek(digits) is not ('<' or '>'))
        {
            return null;
        }

        var start = source.Position;
        source.Skip(digits);
        int? descriptor = digits > 0 ? int.Parse(source.Since(start), CultureInfo.InvariantCulture) : null;
        return source.Peek() == '<' ? ParseInput(descriptor ?? 0) : ParseOutput(descriptor ?? 1);
    }

    private Redirection ParseInput(int descriptor)
    {
        source.Skip(1);
        switch (source.Peek())
        {
            case '<':
                source.Skip(1);
                return ParseDocument(descriptor);
            case '&':
                source.Skip(1);
                return new Redirection(descriptor, RedirectionKind.Duplicate, Target());
            case '>':
                source.Skip(1);
                return new Redirection(descriptor, RedirectionKind.ReadWrite, Target());
            default:
                return new Redirection(descriptor, RedirectionKind.Read, Target());
        }
    }

    private Redirection ParseOutput(int descriptor)
    {
        source.Skip(1);
        switch (source.Peek())
        {
            case '>':
                source.Skip(1);
                return new Redirection(descriptor, RedirectionKind.Append, Target());
            case '&':
                source.Skip(1);
                return new Redirection(descriptor, RedirectionKind.Duplicate, Target());
            case '|':
                source.Skip(1);
                return new Redirection(descriptor, RedirectionKind.Write, Target());
            default:
                return new Redirection(descriptor, RedirectionKind.Write, Target());
        }
    }

    private Word Target()
    {
        source.SkipBlanks();
        return new WordParser(source).ParseWord()
            ?? throw new ShellSyntaxException(source.AtEnd ? "syntax error: unexpected end of file" : "syntax error: unexpected redirection");
    }

    private Redirection ParseDocument(int descriptor)
    {
        var stripTabs = source.Peek() == '-';
        source.Skip(stripTabs ? 1 : 0);
        var delimiter = Target();
        var text = string.Concat(delimiter.Parts.OfType<TextPart>().Select(part => part.Text));
        var document = new PendingDocument(text, stripTabs, literal: delimiter.Parts.Any(part => part.Quoted));
        source.Expect(document);
        return new Redirection(descriptor, RedirectionKind.HereDocument, new Word([new DocumentPart(document)]));
    }
}
