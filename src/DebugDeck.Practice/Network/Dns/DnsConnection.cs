using System.Buffers.Binary;
using System.IO.Pipelines;
using DebugDeck.Practice.Network.Scripted;
using DebugDeck.Practice.Shell.Terminals;

namespace DebugDeck.Practice.Network.Dns;

/// <summary>DNS over TCP: each message has its length before it. Reading gets the answers to what was written.</summary>
internal sealed class DnsConnection : ClientStream
{
    private readonly DnsScript _dns;
    private readonly Pipe _answers = new(new PipeOptions(useSynchronizationContext: false));
    private readonly List<byte> _pending = [];
    private readonly Stream _reader;

    private DnsConnection(DnsScript dns)
    {
        _dns = dns;
        _reader = _answers.Reader.AsStream();
    }

    public override bool CanRead => true;

    public static Stream Open(DnsScript dns) => new DnsConnection(dns);

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _pending.AddRange(buffer.Span);
        while (_pending.Count >= 2 && ((_pending[0] << 8) | _pending[1]) + 2 is var whole && _pending.Count >= whole)
        {
            var message = _pending.Skip(2).Take(whole - 2).ToArray();
            _pending.RemoveRange(0, whole);
            await AnswerAsync(message, cancellationToken);
        }
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => _reader.ReadAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        _reader.ReadAsync(buffer, offset, count, cancellationToken);

    /// <summary>No more questions come: the answers end after the last one.</summary>
    public async Task FinishAsync() => await _answers.Writer.CompleteAsync();

    public override async ValueTask DisposeAsync()
    {
        await _answers.Writer.CompleteAsync();
        await _reader.DisposeAsync();
        await base.DisposeAsync();
    }

    private async Task AnswerAsync(byte[] message, CancellationToken cancellationToken)
    {
        if (DnsMessage.ReadQuestion(message) is not var (id, name, type) || await _dns.AskAsync(name, type, cancellationToken) is not { } reply)
        {
            return;
        }

        var answer = DnsMessage.WriteReply(id, name, type, reply);
        var framed = new byte[answer.Length + 2];
        BinaryPrimitives.WriteUInt16BigEndian(framed, (ushort)answer.Length);
        answer.CopyTo(framed, 2);
        await _answers.Writer.WriteAsync(framed, cancellationToken);
    }
}
