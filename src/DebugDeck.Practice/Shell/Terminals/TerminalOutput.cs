using DebugDeck.Practice.Containers;

namespace DebugDeck.Practice.Shell.Terminals;

/// <summary>What programs write to a terminal: each line end becomes carriage return and line feed.</summary>
internal sealed class TerminalOutput(IExecStreams streams) : ClientStream
{
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var ends = buffer.Span.Count((byte)'\n');
        if (ends == 0)
        {
            await streams.WriteOutputAsync(buffer, cancellationToken);
            return;
        }

        var wide = new byte[buffer.Length + ends];
        var at = 0;
        foreach (var b in buffer.Span)
        {
            if (b == '\n')
            {
                wide[at++] = (byte)'\r';
            }

            wide[at++] = b;
        }

        await streams.WriteOutputAsync(wide, cancellationToken);
    }
}
