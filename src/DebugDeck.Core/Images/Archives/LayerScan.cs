using ZstdSharp;

namespace DebugDeck.Core.Images.Archives;

/// <summary>Goes through one layer from its beginning: notes its entries, and puts content aside on the way.</summary>
internal sealed class LayerScan(LayerBlob layer, Spill spill)
{
    private const int MostItems = 500_000;

    // What honest layers unpack to: tens of GB at the very most, and not a hundred times what they are packed.
    private const long MostUnpacked = 64L * 1024 * 1024 * 1024;
    private const long MostRatio = 100;
    private const long Unsuspicious = 1024L * 1024 * 1024;

    private readonly List<TarItem> _items = [];
    private readonly Dictionary<long, long> _kept = [];
    private byte[]? _copy;

    public IReadOnlyList<TarItem> Items => _items;

    /// <summary>Where content was put aside, by where it is in the layer.</summary>
    public IReadOnlyDictionary<long, long> Kept => _kept;

    /// <summary>Why the layer was not read to its end, in words that follow on "it"; null if it was.</summary>
    public string? Problem { get; private set; }

    /// <summary>The whole layer. Blocks: the processor is what limits it, and the file is local.</summary>
    public void Index(Predicate<TarItem> isWanted, CancellationToken cancellationToken) => Run(
        entry =>
        {
            _items.Add(entry);
            return !layer.CanSeek && isWanted(entry);
        },
        () => false,
        cancellationToken);

    /// <summary>Only puts aside the content that begins at these places, and ends with the last of them. Blocks.</summary>
    public void Fetch(IReadOnlySet<long> places, CancellationToken cancellationToken)
    {
        var left = places.Count;
        Run(entry => places.Contains(entry.DataOffset) && left-- > 0, () => left == 0, cancellationToken);
    }

    private void Run(Predicate<TarItem> isWanted, Func<bool> isEnough, CancellationToken cancellationToken)
    {
        try
        {
            using var stream = layer.Open();
            var tar = new TarScanner(stream);
            while (!isEnough() && tar.Next() is { } entry)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (_items.Count == MostItems || IsBomb(tar.Position + entry.Size))
                {
                    Problem = _items.Count == MostItems ? "has more entries than any honest image" : "unpacks to more than any honest image";
                    return;
                }

                if (isWanted(entry) && entry.Size > 0)
                {
                    Keep(tar, entry);
                }
            }
        }
        catch (Exception error) when (error is InvalidDataException or ZstdException or EndOfStreamException)
        {
            // What came before is good, and may be all that is asked for.
            Problem = $"is damaged ({error.Message})";
        }
    }

    private bool IsBomb(long unpacked) => unpacked < 0 || unpacked > MostUnpacked || (!layer.CanSeek && unpacked > Unsuspicious && unpacked / MostRatio > layer.Length);

    private void Keep(TarScanner tar, TarItem entry)
    {
        if (spill.Reserve(entry.Size) is not (>= 0 and var at))
        {
            return;
        }

        _copy ??= new byte[64 * 1024];
        for (var done = 0L; done < entry.Size;)
        {
            var read = tar.Read(_copy, entry.Size - done);
            spill.Write(at + done, _copy.AsSpan(0, read));
            done += read;
        }

        _kept[entry.DataOffset] = at;
    }
}
