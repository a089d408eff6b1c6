using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Anatomy.Programs.Elf;

/// <summary>The versions of symbols that a program asks of its libraries (<c>.gnu.version_r</c>): they tell which glibc it needs at least.</summary>
internal static class ElfVersionNeeds
{
    private const int MostBytes = 16 * 1024;
    private const int Most = 512;

    public static IReadOnlyList<string> Read(CaptureView view, string path, ElfHeader header, long at, ReadOnlyMemory<byte> strings)
    {
        if (view.Piece(path, at, MostBytes) is not { } table)
        {
            return [];
        }

        var bytes = table.Span;
        var versions = new List<string>();
        long need = 0;
        while (versions.Count < Most && need + 16 <= bytes.Length)
        {
            var file = bytes[(int)need..];
            var count = header.Half(file, 2);
            var auxiliary = need + header.Word(file, 8);
            for (var i = 0; i < count && versions.Count < Most && auxiliary + 16 <= bytes.Length; i++)
            {
                var one = bytes[(int)auxiliary..];
                versions.Add(ElfTables.Text(strings.Span, header.Word(one, 8)));
                var step = header.Word(one, 12);
                if (step == 0)
                {
                    break;
                }

                auxiliary += step;
            }

            var next = header.Word(file, 12);
            if (next == 0)
            {
                break;
            }

            need += next;
        }

        return versions;
    }
}
