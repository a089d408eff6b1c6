using System.Runtime.CompilerServices;

namespace DebugDeck.Tui.Effects;

/// <summary>Takes together what arrives together.</summary>
internal static class Batches
{
    private const int Largest = 512;

    /// <summary>Passes on what there is as soon as the source makes us wait: the first item at once, a flood in large pieces.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<T>> InBatches<T>(this IAsyncEnumerable<T> source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var items = source.GetAsyncEnumerator(cancellationToken);
        var batch = new List<T>();
        while (true)
        {
            var next = items.MoveNextAsync();
            if (batch.Count > 0 && (!next.IsCompleted || batch.Count >= Largest))
            {
                yield return batch;
                batch = [];
            }

            if (!await next)
            {
                break;
            }

            batch.Add(items.Current);
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }
}
