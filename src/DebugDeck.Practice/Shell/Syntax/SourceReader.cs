using System.Text;

namespace DebugDeck.Practice.Shell.Syntax;

/// <summary>Walks over the text of a script, and collects here-documents where their lines begin.</summary>
internal sealed class SourceReader(string text)
{
    public const char End = '\0';
    private readonly Queue<PendingDocument> _documents = new();

    public int Position { get; private set; }

    public bool AtEnd => Position >= text.Length;

    public char Peek(int ahead = 0) => Position + ahead < text.Length ? text[Position + ahead] : End;

    public bool StartsWith(string value) => string.CompareOrdinal(text, Position, value, 0, value.Length) == 0;

    public string Since(int start) => text[start..Position];

    public char Next()
    {
        var c = text[Position++];
        if (c == '\n')
        {
            ReadDocuments();
        }

        return c;
    }

    public void Skip(int count) => Position += count;

    /// <summary>Skips blanks, joined lines and a comment, but no line end.</summary>
    public void SkipBlanks()
    {
        while (true)
        {
            if (Peek() is ' ' or '\t')
            {
                Position++;
            }
            else if (Peek() == '\\' && Peek(1) == '\n')
            {
                Position += 2;
            }
            else
            {
                break;
            }
        }

        if (Peek() == '#')
        {
            while (!AtEnd && Peek() != '\n')
            {
                Position++;
            }
        }
    }

    public void SkipLines()
    {
        SkipBlanks();
        while (Peek() == '\n')
        {
            Next();
            SkipBlanks();
        }
    }

    /// <summary>Remembers a here-document whose lines begin after the current one.</summary>
    public void Expect(PendingDocument document) => _documents.Enqueue(document);

    private void ReadDocuments()
    {
        while (_documents.TryDequeue(out var document))
        {
            var lines = new StringBuilder();
            while (true)
            {
                if (AtEnd)
                {
                    throw new ShellSyntaxException("syntax error: unexpected end of file (expecting here-document)", isIncomplete: true);
                }

                var end = text.IndexOf('\n', Position);
                var line = end < 0 ? text[Position..] : text[Position..end];
                Position = end < 0 ? text.Length : end + 1;
                line = document.StripTabs ? line.TrimStart('\t') : line;
                if (line == document.Delimiter)
                {
                    break;
                }

                lines.Append(line).Append('\n');
            }

            document.Complete(lines.ToString());
        }
    }
}
