namespace DebugDeck.Kubernetes.Pods;

/// <summary>
/// One copy of what thousands of pods have in common: images, nodes, owners, labels. Each document that is read brings its own copies,
/// and keeping them all takes twice the memory. Not for several threads.
/// </summary>
internal sealed class Shared
{
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<IReadOnlyDictionary<string, string>>> _labels = [];

    public string? Text(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (_texts.TryGetValue(text, out var known))
        {
            return known;
        }

        _texts.Add(text);
        return text;
    }

    /// <summary>Labels that are the same for all pods of a template; those of a StatefulSet's pods are not, and cost what they cost.</summary>
    public IReadOnlyDictionary<string, string> Labels(IReadOnlyDictionary<string, string> labels)
    {
        // The order is the server's, which sorts by key.
        var hash = 0;
        foreach (var (key, value) in labels)
        {
            hash = HashCode.Combine(hash, key, value);
        }

        if (!_labels.TryGetValue(hash, out var same))
        {
            _labels[hash] = same = [];
        }

        foreach (var known in same)
        {
            if (known.Count == labels.Count && labels.All(label => known.TryGetValue(label.Key, out var value) && value == label.Value))
            {
                return known;
            }
        }

        var kept = labels.ToDictionary(label => Text(label.Key)!, label => Text(label.Value)!);
        same.Add(kept);
        return kept;
    }
}
