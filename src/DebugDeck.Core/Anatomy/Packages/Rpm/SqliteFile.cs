using System.Buffers.Binary;
using System.Text;

namespace DebugDeck.Core.Anatomy.Packages.Rpm;

/// <summary>
/// Reads tables of a sqlite file, front to back and nothing else: rpm's database is the only one that images carry, and an engine of native code for each platform
/// would be ten times as large as this program's need of it. Every number in the file may be a lie; each page is visited once.
/// </summary>
internal sealed class SqliteFile
{
    private const int MostPayload = 16 * 1024 * 1024;
    private const int MostRows = 50_000;

    private readonly ReadOnlyMemory<byte> _content;
    private readonly int _pageSize;
    private readonly int _usable;
    private readonly HashSet<uint> _visited = [];

    private SqliteFile(ReadOnlyMemory<byte> content, int pageSize, int reserved)
    {
        _content = content;
        _pageSize = pageSize;
        _usable = pageSize - reserved;
    }

    /// <summary>Something in it made no sense, and was passed over.</summary>
    public bool IsDamaged { get; private set; }

    /// <summary>Null if it is no sqlite file.</summary>
    public static SqliteFile? Open(ReadOnlyMemory<byte> content)
    {
        var header = content.Span;
        if (header.Length < 512 || !header.StartsWith("SQLite format 3\0"u8))
        {
            return null;
        }

        var size = BinaryPrimitives.ReadUInt16BigEndian(header[16..]) is var written && written == 1 ? 65536 : written;
        return size >= 512 && (size & (size - 1)) == 0 && header[20] <= size - 480 ? new SqliteFile(content, size, header[20]) : null;
    }

    /// <summary>The first page of a table; null if there is no such table.</summary>
    public uint? TableRoot(string name)
    {
        foreach (var row in Rows(1))
        {
            if (row is [{ IsText: true } type, { IsText: true } called, _, { Number: > 0 and <= uint.MaxValue } root, ..]
                && type.Bytes.Span.SequenceEqual("table"u8) && Encoding.UTF8.GetString(called.Bytes.Span) == name)
            {
                return (uint)root.Number;
            }
        }

        return null;
    }

    /// <summary>The rows of the table whose first page is <paramref name="root"/>.</summary>
    public IEnumerable<IReadOnlyList<SqliteValue>> Rows(uint root)
    {
        var rows = 0;
        var pages = new Stack<uint>([root]);
        while (pages.TryPop(out var number))
        {
            if (!_visited.Add(number) || Page(number) is not { } page)
            {
                IsDamaged = true;
                continue;
            }

            // The first page begins with the header of the file.
            var start = number == 1 ? 100 : 0;
            var kind = page.Span[start];
            var cells = Cells(page, start, kind == 5 ? 12 : 8);
            if (kind == 5)
            {
                pages.Push(BinaryPrimitives.ReadUInt32BigEndian(page.Span[(start + 8)..]));
                foreach (var cell in cells.Where(cell => cell + 4 <= _pageSize).Reverse())
                {
                    pages.Push(BinaryPrimitives.ReadUInt32BigEndian(page.Span[cell..]));
                }
            }
            else if (kind == 13)
            {
                foreach (var cell in cells)
                {
                    if (++rows > MostRows)
                    {
                        yield break;
                    }

                    if (Payload(page, cell) is { } payload && SqliteRecord.Parse(payload) is { } row)
                    {
                        yield return row;
                    }
                    else
                    {
                        IsDamaged = true;
                    }
                }
            }
            else
            {
                IsDamaged = true;
            }
        }
    }

    private ReadOnlyMemory<byte>? Page(uint number)
    {
        var at = (number - 1L) * _pageSize;
        if (number > 0 && at + _pageSize <= _content.Length)
        {
            return _content.Slice((int)at, _pageSize);
        }

        // Not as an expression with ?: there null would become an empty memory.
        return null;
    }

    private static List<int> Cells(ReadOnlyMemory<byte> page, int start, int headerSize)
    {
        var bytes = page.Span;
        var count = BinaryPrimitives.ReadUInt16BigEndian(bytes[(start + 3)..]);
        var cells = new List<int>();
        for (var i = 0; i < count && start + headerSize + (2 * i) + 2 <= bytes.Length; i++)
        {
            cells.Add(BinaryPrimitives.ReadUInt16BigEndian(bytes[(start + headerSize + (2 * i))..]));
        }

        return cells;
    }

    // What does not fit on the page goes on in a chain of others.
    private ReadOnlyMemory<byte>? Payload(ReadOnlyMemory<byte> page, int at)
    {
        if (!SqliteRecord.TryNumber(page.Span, ref at, out var size) || !SqliteRecord.TryNumber(page.Span, ref at, out _) || size is < 0 or > MostPayload)
        {
            return null;
        }

        var most = _usable - 35;
        if (size <= most)
        {
            return at + size <= page.Length ? page.Slice(at, (int)size) : default(ReadOnlyMemory<byte>?);
        }

        var least = ((_usable - 12) * 32 / 255) - 23;
        var here = least + (int)((size - least) % (_usable - 4));
        here = here <= most ? here : least;
        if (at + here + 4 > page.Length || size > _content.Length)
        {
            return null;
        }

        var payload = new byte[size];
        page.Span.Slice(at, here).CopyTo(payload);
        var next = BinaryPrimitives.ReadUInt32BigEndian(page.Span[(at + here)..]);
        for (var done = here; done < size;)
        {
            if (Page(next) is not { } more || !_visited.Add(next))
            {
                return null;
            }

            var part = Math.Min(_usable - 4, (int)size - done);
            more.Span.Slice(4, part).CopyTo(payload.AsSpan(done));
            done += part;
            next = BinaryPrimitives.ReadUInt32BigEndian(more.Span);
        }

        return payload;
    }
}
