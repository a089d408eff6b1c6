using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using DebugDeck.Core.Errors;

namespace DebugDeck.Kubernetes.Watching;

/// <summary>The lines of a watch, as they come.</summary>
internal static class WatchLines
{
    // An object in etcd is at most 1.5 MiB; what is longer than this is not a watch.
    private const long LongestLine = 16 << 20;

    /// <exception cref="System.Text.Json.JsonException">A line is not an event: it was cut.</exception>
    public static async IAsyncEnumerable<WatchLine> ReadAsync(Stream body, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pipe = PipeReader.Create(body);
        try
        {
            while (true)
            {
                var read = await pipe.ReadAsync(cancellationToken);
                var rest = read.Buffer;
                while (Next(ref rest) is { IsEmpty: false } text)
                {
                    if (WatchLine.Parse(text) is { } line)
                    {
                        yield return line;
                    }
                }

                if (rest.Length > LongestLine)
                {
                    throw new DebugDeckException(ErrorKind.Failed, "the server sent a line that is too long to be an event");
                }

                pipe.AdvanceTo(rest.Start, rest.End);
                if (read.IsCompleted)
                {
                    yield break;
                }
            }
        }
        finally
        {
            await pipe.CompleteAsync();
        }
    }

    private static ReadOnlySequence<byte>? Next(ref ReadOnlySequence<byte> rest)
    {
        if (rest.PositionOf((byte)'\n') is not { } end)
        {
            return null;
        }

        var line = rest.Slice(0, end);
        rest = rest.Slice(rest.GetPosition(1, end));
        return line;
    }
}
