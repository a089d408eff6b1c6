namespace DebugDeck.Core.Images.Archives;

/// <summary>The content of files in layers, wherever it is read from.</summary>
internal sealed class LayerContents(IReadOnlyList<LayerBlob> layers, Spill spill)
{
    private readonly Dictionary<(int Layer, long Offset), long> _kept = [];
    private readonly Lock _lock = new();

    public void Add(int layer, IReadOnlyDictionary<long, long> kept)
    {
        lock (_lock)
        {
            foreach (var (offset, at) in kept)
            {
                _kept[(layer, offset)] = at;
            }
        }
    }

    /// <summary>Makes these files quick to read: one way through each compressed layer for all of them.</summary>
    public async Task PrepareAsync(IEnumerable<ImageNode> files, CancellationToken cancellationToken)
    {
        var places = files.Where(file => !layers[file.ContentLayer].CanSeek && file.Size > 0 && KeptAt(file) is null)
            .GroupBy(file => file.ContentLayer)
            .Select(group => (Layer: group.Key, Places: group.Select(file => file.DataOffset).ToHashSet()))
            .ToList();
        await Parallel.ForEachAsync(places, cancellationToken, (work, token) =>
        {
            var scan = new LayerScan(layers[work.Layer], spill);
            scan.Fetch(work.Places, token);
            Add(work.Layer, scan.Kept);
            return ValueTask.CompletedTask;
        });
    }

    /// <summary>The content of a file.</summary>
    /// <exception cref="InvalidDataException">The layer is damaged there.</exception>
    public Stream Open(ImageNode file)
    {
        var layer = layers[file.ContentLayer];
        if (KeptAt(file) is { } at)
        {
            return spill.Open(at, file.Size);
        }

        if (file.Size == 0)
        {
            return Stream.Null;
        }

        return layer.OpenAt(file.DataOffset, file.Size);
    }

    private long? KeptAt(ImageNode file)
    {
        lock (_lock)
        {
            return _kept.TryGetValue((file.ContentLayer, file.DataOffset), out var at) ? at : null;
        }
    }
}
