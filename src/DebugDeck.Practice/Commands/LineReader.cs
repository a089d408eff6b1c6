using System.Runtime.CompilerServices;
using System.Text;

namespace DebugDeck.Practice.Commands;

/// <summary>Reads a stream line by line, as it comes.</summary>
internal static class LineReader
{
    /// <summary>The lines without their ends, and whether each had one.</summary>
    public static async IAsyncEnumerable<(string Text, bool HasEnd)> ReadAsync(
        Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = new byte[16384];
        var line = new List<byte>();
        int count;
        while ((count = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            var start = 0;
            int end;
            while ((end = Array.IndexOf(buffer, (byte)'\n', start, count - start)) >= 0)
            {
                line.AddRange(buffer.AsSpan(start, end - start));
                yield return (Encoding.UTF8.GetString([.. line]), true);
                line.Clear();
                start = end + 1;
            }

            line.AddRange(buffer.AsSpan(start, count - start));
        }

        if (line.Count > 0)
        {
            yield return (Encoding.UTF8.GetString([.. line]), false);
        }
    }
}
