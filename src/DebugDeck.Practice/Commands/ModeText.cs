using DebugDeck.Practice.Files;

namespace DebugDeck.Practice.Commands;

/// <summary>Permission bits as <c>ls</c> writes them and as <c>chmod</c> reads them.</summary>
internal static class ModeText
{
    public static string Of(Node node)
    {
        Span<char> text = stackalloc char[10];
        text[0] = node.TypeLetter;
        for (var i = 0; i < 9; i++)
        {
            text[i + 1] = (node.Mode & (1 << (8 - i))) != 0 ? "rwx"[i % 3] : '-';
        }

        Special(text, 3, node.Mode, 0x800, 's');
        Special(text, 6, node.Mode, 0x400, 's');
        Special(text, 9, node.Mode, 0x200, 't');
        return new string(text);
    }

    /// <summary>The mode that an octal or symbolic argument asks for.</summary>
    /// <exception cref="UsageException">It is neither.</exception>
    public static int Parse(string text, int before, bool isFolder)
    {
        if (text.All(c => c is >= '0' and <= '7'))
        {
            return Convert.ToInt32(text, 8);
        }

        foreach (var clause in text.Split(','))
        {
            before = Apply(clause, before, isFolder, text);
        }

        return before;
    }

    private static int Apply(string clause, int mode, bool isFolder, string text)
    {
        var at = clause.IndexOfAny(['+', '-', '=']);
        if (at < 0)
        {
            throw new UsageException($"invalid mode '{text}'");
        }

        var who = clause[..at].Length == 0 || clause[..at].Contains('a') ? "ugo" : clause[..at];
        var bits = 0;
        foreach (var c in clause[(at + 1)..])
        {
            bits |= c switch
            {
                'r' => 4,
                'w' => 2,
                'x' => 1,
                'X' => isFolder || (mode & 0b001_001_001) != 0 ? 1 : 0,
                _ => throw new UsageException($"invalid mode '{text}'"),
            };
        }

        foreach (var c in who)
        {
            var shift = c switch { 'u' => 6, 'g' => 3, _ => 0 };
            mode = clause[at] switch
            {
                '+' => mode | (bits << shift),
                '-' => mode & ~(bits << shift),
                _ => (mode & ~(7 << shift)) | (bits << shift),
            };
        }

        return mode;
    }

    private static void Special(Span<char> text, int at, int mode, int bit, char letter)
    {
        if ((mode & bit) != 0)
        {
            text[at] = text[at] == 'x' ? letter : char.ToUpperInvariant(letter);
        }
    }
}
