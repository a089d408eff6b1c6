using System.Text;
using DebugDeck.Practice.Shell.Terminals;

namespace DebugDeck.Practice.Lifecycle;

/// <summary>Turns what a program prints into lines of its log, and passes it on to who is attached.</summary>
internal sealed class LogStream(ContainerLog log, Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask> also) : ClientStream
{
    private readonly Lock _lock = new();
    private readonly List<byte> _line = [];

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            foreach (var b in buffer.Span)
            {
                if (b == '\n')
                {
                    log.Append(Encoding.UTF8.GetString([.. _line]));
                    _line.Clear();
                }
                else
                {
                    _line.Add(b);
                }
            }
        }

        return also(buffer, cancellationToken);
    }

    /// <summary>The last line may have had no end.</summary>
    public void Finish()
    {
        lock (_lock)
        {
            if (_line.Count > 0)
            {
                log.Append(Encoding.UTF8.GetString([.. _line]));
                _line.Clear();
            }
        }
    }
}
