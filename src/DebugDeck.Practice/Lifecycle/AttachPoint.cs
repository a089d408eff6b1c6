using System.Collections.Concurrent;
using System.Threading.Channels;
using DebugDeck.Practice.Containers;

namespace DebugDeck.Practice.Lifecycle;

/// <summary>Where clients meet a container's own process: all see its output, and each may type.</summary>
internal sealed class AttachPoint : IExecStreams
{
    private readonly ConcurrentDictionary<IExecStreams, bool> _clients = [];
    private readonly Channel<ReadOnlyMemory<byte>> _input = Channel.CreateBounded<ReadOnlyMemory<byte>>(64);
    private Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask> _log = (_, _) => ValueTask.CompletedTask;

    public TerminalSize Size { get; private set; } = TerminalSize.Default;

    public event Action<TerminalSize>? Resized;

    /// <summary>What is printed also goes here.</summary>
    public void LogTo(Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask> log) => _log = log;

    public async ValueTask<ReadOnlyMemory<byte>> ReadAsync(CancellationToken cancellationToken)
    {
        while (await _input.Reader.WaitToReadAsync(cancellationToken))
        {
            if (_input.Reader.TryRead(out var piece))
            {
                return piece;
            }
        }

        return ReadOnlyMemory<byte>.Empty;
    }

    public async ValueTask WriteOutputAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        await _log(data, cancellationToken);
        await BroadcastAsync(data, isError: false, cancellationToken);
    }

    public ValueTask WriteErrorAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken) =>
        BroadcastAsync(data, isError: true, cancellationToken);

    public async ValueTask BroadcastAsync(ReadOnlyMemory<byte> data, bool isError, CancellationToken cancellationToken)
    {
        foreach (var client in _clients.Keys)
        {
            try
            {
                await (isError ? client.WriteErrorAsync(data, cancellationToken) : client.WriteOutputAsync(data, cancellationToken));
            }
            catch (IOException)
            {
                // This client has gone; the process and the others go on.
                _clients.TryRemove(client, out _);
            }
        }
    }

    /// <summary>Connects a client until the process ends, or its input ends.</summary>
    public async Task AttachAsync(IExecStreams client, bool takesInput, Task ended, CancellationToken cancellationToken)
    {
        void Resize(TerminalSize size)
        {
            Size = size;
            Resized?.Invoke(size);
        }

        _clients[client] = true;
        client.Resized += Resize;
        Resize(client.Size);
        try
        {
            var input = takesInput ? PumpAsync(client, cancellationToken) : Task.Delay(Timeout.Infinite, cancellationToken);
            await Task.WhenAny(ended, input);
        }
        finally
        {
            client.Resized -= Resize;
            _clients.TryRemove(client, out _);
        }
    }

    private async Task PumpAsync(IExecStreams client, CancellationToken cancellationToken)
    {
        var hasTyped = false;
        while (await client.ReadAsync(cancellationToken) is { Length: > 0 } piece)
        {
            hasTyped = true;
            await _input.Writer.WriteAsync(piece, cancellationToken);
        }

        if (!hasTyped)
        {
            // A client that sends nothing at all only wants to watch.
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
    }
}
