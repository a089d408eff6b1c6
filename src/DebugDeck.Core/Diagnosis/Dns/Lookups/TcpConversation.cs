using DebugDeck.Core.Diagnosis.Dns.Wire;
using DebugDeck.Core.Diagnosis.Gathering;
using DebugDeck.Core.Streams;

namespace DebugDeck.Core.Diagnosis.Dns.Lookups;

/// <summary>Questions and answers over one TCP connection to a name server, which the toolbox's <c>nc</c> carries.</summary>
internal static class TcpConversation
{
    private const int MostMessage = 64 * 1024;
    private const int MostError = 4 * 1024;

    /// <summary>Asks all at once and waits until each has its answer, the server closes, or <paramref name="patience"/> is at its end.</summary>
    public static async Task<Dictionary<DnsLookupRequest, DnsAttempt>> RunAsync(
        IReadOnlyList<DnsLookupRequest> questions, TimeSpan patience, GatherContext context, CancellationToken cancellationToken)
    {
        var found = new Dictionary<DnsLookupRequest, DnsAttempt>();
        var (bytes, error) = (new List<byte>(), "");
        var started = context.Clock.GetTimestamp();
        long Elapsed() => (long)context.Clock.GetElapsedTime(started).TotalMilliseconds;

        using var time = new CancellationTokenSource(patience, context.Clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, time.Token);
        await using var process = await context.Session!.RunAsync(context.Session.Command(["nc", "-w", "5", questions[0].Server, "53"]) with { Input = true }, cancellationToken);
        try
        {
            for (var i = 0; i < questions.Count; i++)
            {
                await process.WriteAsync(DnsMessage.Question((ushort)(i + 1), questions[i].Name, questions[i].Type), both.Token);
            }

            var buffer = new byte[MostMessage];
            while (found.Count < questions.Count && await process.ReadAsync(buffer, both.Token) is { Count: > 0 } chunk)
            {
                if (chunk.Channel != OutputChannel.Output)
                {
                    error += error.Length < MostError ? System.Text.Encoding.UTF8.GetString(buffer, 0, chunk.Count) : "";
                    continue;
                }

                bytes.AddRange(buffer.AsSpan(0, chunk.Count));
                Take(bytes, questions, found, Elapsed());
            }
        }
        catch (OperationCanceledException) when (time.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
        }

        var end = Why(error, isMalformed: bytes.Count > 0);
        foreach (var question in questions)
        {
            found.TryAdd(question, new DnsAttempt(end, Elapsed(), [], null, IsTruncated: false, error.Length > 0 ? error.Trim() : null));
        }

        return found;
    }

    private static void Take(List<byte> bytes, IReadOnlyList<DnsLookupRequest> questions, Dictionary<DnsLookupRequest, DnsAttempt> found, long elapsed)
    {
        while (bytes.Count >= 2 && ((bytes[0] << 8) | bytes[1]) + 2 is var whole && bytes.Count >= whole)
        {
            var message = bytes.GetRange(2, whole - 2).ToArray();
            bytes.RemoveRange(0, whole);
            if (DnsMessage.Read(message) is { Id: >= 1 } reply && reply.Id <= questions.Count)
            {
                var question = questions[reply.Id - 1];
                var records = reply.Records.Where(record => record.Type == (int)question.Type || record.Type == (int)DnsRecordType.Cname).ToList();
                found[question] = new DnsAttempt(
                    reply.Outcome(question.Type), elapsed, [.. records.Select(record => record.Value)], records.Count > 0 ? records.Min(record => record.Ttl) : null, reply.IsTruncated, null, message.Length);
            }
        }
    }

    private static DnsOutcome Why(string error, bool isMalformed) => error switch
    {
        _ when isMalformed => DnsOutcome.Malformed,
        _ when error.Contains("refused", StringComparison.OrdinalIgnoreCase) => DnsOutcome.ConnectionRefused,
        _ when error.Contains("unreachable", StringComparison.OrdinalIgnoreCase) || error.Contains("No route", StringComparison.OrdinalIgnoreCase) => DnsOutcome.NoRoute,
        _ => DnsOutcome.Timeout,
    };
}
