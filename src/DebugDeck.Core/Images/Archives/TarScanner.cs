using System.Text;
using DebugDeck.Core.Files;

namespace DebugDeck.Core.Images.Archives;

/// <summary>
/// Goes through a tar from header to header. Of our own because the archive is hostile: .NET's reader takes as much memory as an extended header asks for,
/// and ends at entries that it does not know.
/// </summary>
internal sealed class TarScanner(Stream tar)
{
    private const int Block = 512;

    // Names of files and links; no file system has longer ones.
    private const int MostExtended = 1024 * 1024;

    private readonly byte[] _buffer = new byte[64 * 1024];
    private readonly byte[] _header = new byte[Block];
    private int _start;
    private int _end;
    private long _contentLeft;

    /// <summary>Where in the tar the next byte comes from.</summary>
    public long Position { get; private set; }

    /// <summary>The next entry; null at the end. The content of the one before is passed over.</summary>
    /// <exception cref="InvalidDataException">It is damaged or cut off, or the decompressor says so.</exception>
    public TarItem? Next()
    {
        var extended = new TarExtended();
        while (true)
        {
            Skip(_contentLeft);
            _contentLeft = 0;
            if (!TryFill(_header) || !_header.AsSpan().ContainsAnyExcept((byte)0))
            {
                return null;
            }

            Check(_header);
            var size = TarNumber.Parse(_header.AsSpan(124, 12));
            var type = _header[156];
            if (type is (byte)'x' or (byte)'g' or (byte)'L' or (byte)'K')
            {
                extended.Take(type, Extended(size));
                continue;
            }

            if (type == 'S')
            {
                SkipSparseMap();
            }

            size = extended.Size ?? size;
            var hasContent = type is 0 or (byte)'0' or (byte)'7' or (byte)'S';
            _contentLeft = hasContent ? Padded(size) : 0;
            return Item(type, hasContent ? size : 0, extended);
        }
    }

    /// <summary>Reads content of the entry that was given last, in order; 0 at its end.</summary>
    /// <param name="left">How much of the content there is still to come.</param>
    public int Read(Span<byte> into, long left)
    {
        var most = (int)Math.Min(Math.Min(into.Length, left), _contentLeft);
        if (most <= 0)
        {
            return 0;
        }

        if (_start == _end && most >= _buffer.Length)
        {
            return Took(tar.Read(into[..most]), most);
        }

        if (_start == _end && !Refill())
        {
            throw Cut();
        }

        var part = Math.Min(most, _end - _start);
        _buffer.AsSpan(_start, part).CopyTo(into);
        _start += part;
        return Took(part, part);
    }

    private int Took(int read, int wanted)
    {
        if (read == 0 && wanted > 0)
        {
            throw Cut();
        }

        Position += read;
        _contentLeft -= read;
        return read;
    }

    private TarItem Item(byte type, long size, TarExtended extended)
    {
        var header = _header.AsSpan();
        var isUstar = header[257..].StartsWith("ustar\0"u8);
        var prefix = isUstar ? Text(header.Slice(345, 155)) : "";
        var name = Text(header[..100]);
        return new TarItem(
            extended.Path ?? (prefix.Length > 0 ? $"{prefix}/{name}" : name),
            type switch
            {
                0 or (byte)'0' or (byte)'7' or (byte)'S' => FileKind.Regular,
                (byte)'2' => FileKind.Link,
                (byte)'3' or (byte)'4' => FileKind.Device,
                (byte)'5' => FileKind.Directory,
                (byte)'6' => FileKind.Pipe,
                _ => null,
            },
            type == '1',
            size,
            Position,
            extended.LinkPath ?? Text(header.Slice(157, 100)),
            (UnixFileMode)(TarNumber.Parse(header.Slice(100, 8)) & 0xFFF),
            extended.ModifiedAt ?? DateTimeOffset.FromUnixTimeSeconds(Math.Min(TarNumber.Parse(header.Slice(136, 12)), DateTimeOffset.MaxValue.ToUnixTimeSeconds())),
            extended.UserId ?? (int)Math.Min(TarNumber.Parse(header.Slice(108, 8)), int.MaxValue),
            extended.GroupId ?? (int)Math.Min(TarNumber.Parse(header.Slice(116, 8)), int.MaxValue));
    }

    private byte[] Extended(long size)
    {
        if (size > MostExtended)
        {
            throw new InvalidDataException("a name is longer than any file system allows");
        }

        var content = new byte[size];
        if (!TryFill(content))
        {
            throw Cut();
        }

        Skip(Padded(size) - size);
        return content;
    }

    private void SkipSparseMap()
    {
        var block = _header.AsSpan().ToArray();
        for (var more = block[482] != 0; more; more = block[504] != 0)
        {
            if (!TryFill(block))
            {
                throw Cut();
            }
        }
    }

    // False at a clean end.
    private bool TryFill(Span<byte> into)
    {
        var done = 0;
        while (done < into.Length)
        {
            if (_start == _end && !Refill())
            {
                return done == 0 ? false : throw Cut();
            }

            var part = Math.Min(into.Length - done, _end - _start);
            _buffer.AsSpan(_start, part).CopyTo(into[done..]);
            _start += part;
            done += part;
        }

        Position += done;
        return true;
    }

    private void Skip(long count)
    {
        Position += count;
        var buffered = (int)Math.Min(count, _end - _start);
        _start += buffered;
        count -= buffered;
        if (count > 0 && tar.CanSeek)
        {
            if (tar.Position + count > tar.Length)
            {
                throw Cut();
            }

            tar.Position += count;
            return;
        }

        while (count > 0)
        {
            if (!Refill())
            {
                throw Cut();
            }

            _start = (int)Math.Min(count, _end);
            count -= _start;
        }
    }

    private bool Refill()
    {
        _start = 0;
        _end = tar.Read(_buffer);
        return _end > 0;
    }

    // The sum of all bytes, its own field taken as spaces: tells a tar from anything else.
    private static void Check(ReadOnlySpan<byte> header)
    {
        var sum = 0;
        for (var i = 0; i < header.Length; i++)
        {
            sum += i is >= 148 and < 156 ? ' ' : header[i];
        }

        if (TarNumber.Parse(header.Slice(148, 8)) != sum)
        {
            throw new InvalidDataException("it is no tar, or damaged");
        }
    }

    private static long Padded(long size) => size <= long.MaxValue - Block ? (size + Block - 1) / Block * Block : throw new InvalidDataException("a size is absurd");

    private static string Text(ReadOnlySpan<byte> field) => Encoding.UTF8.GetString(field.IndexOf((byte)0) is >= 0 and var end ? field[..end] : field);

    private static InvalidDataException Cut() => new("it is cut off");
}
