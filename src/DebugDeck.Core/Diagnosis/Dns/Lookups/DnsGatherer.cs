using System.Globalization;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Diagnosis.Dns.Wire;
using DebugDeck.Core.Diagnosis.Gathering;
using DebugDeck.Core.Errors;

namespace DebugDeck.Core.Diagnosis.Dns.Lookups;

/// <summary>
/// Asks name servers from the session, everything side by side: questions over TCP for one type to one server share a connection, and a question that is repeated over UDP is asked
/// all its times at once. So a run takes as long as its slowest answer. What has no answer after <see cref="Patience"/> is left: resolvers send a question again after
/// five seconds, and that step still shows.
/// </summary>
public sealed class DnsGatherer : IEvidenceGatherer
{
    private const int MostAtOnce = 6;
    private const int MostOutput = 64 * 1024;

    /// <summary>For the second look at questions that were on a connection with slower ones.</summary>
    private static readonly TimeSpan SecondPatience = TimeSpan.FromSeconds(3);

    /// <summary>How long an answer is waited for.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(6);

    public bool Covers(EvidenceRequest request) => request is DnsLookupRequest;

    public EvidenceCost Cost(EvidenceRequest request, GatherContext context) => EvidenceCost.Session;

    public async Task<IReadOnlyList<EvidenceAnswer>> GatherAsync(IReadOnlyList<EvidenceRequest> requests, GatherContext context, CancellationToken cancellationToken)
    {
        var asked = requests.OfType<DnsLookupRequest>().ToList();
        context.Progress.Report(string.Create(CultureInfo.InvariantCulture, $"asking name servers {asked.Sum(request => request.Times)} questions"));
        var batches = asked.Where(request => request.Transport == DnsTransport.Tcp).GroupBy(request => (request.Server, request.Type)).Select(batch => batch.ToList())
            .Concat(asked.Where(request => request.Transport == DnsTransport.Udp).Select(request => new List<DnsLookupRequest> { request }))
            .ToList();
        var answers = new IReadOnlyList<EvidenceAnswer>[batches.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, batches.Count, options, async (index, token) => answers[index] = await AskAsync(batches[index], context, token));
        return [.. answers.SelectMany(batch => batch)];
    }

    private static async Task<IReadOnlyList<EvidenceAnswer>> AskAsync(List<DnsLookupRequest> batch, GatherContext context, CancellationToken cancellationToken)
    {
        try
        {
            return batch[0].Transport == DnsTransport.Tcp ? await OverTcpAsync(batch, context, cancellationToken) : [await OverUdpAsync(batch[0], context, cancellationToken)];
        }
        catch (DebugDeckException error)
        {
            return [.. batch.Select(request => EvidenceAnswer.Missing(request, error.Message, error.Hint))];
        }
    }

    // Some servers answer only the first question of a connection before they close it, and some answer one after the other, so that a slow name holds up the rest:
    // what stays open is asked once more on its own.
    private static async Task<IReadOnlyList<EvidenceAnswer>> OverTcpAsync(List<DnsLookupRequest> batch, GatherContext context, CancellationToken cancellationToken)
    {
        var found = await TcpConversation.RunAsync(batch, Patience, context, cancellationToken);
        var open = batch.Where(request => found[request].Outcome == DnsOutcome.Timeout && found.Values.Any(attempt => attempt.IsAnswered)).ToList();
        var again = await Task.WhenAll(open.Select(request => AgainAsync(request, found[request], context, cancellationToken)));
        foreach (var (request, attempt) in again)
        {
            found[request] = attempt;
        }

        return [.. batch.Select(request => EvidenceAnswer.Of(request, new DnsLookup([found[request]])))];
    }

    private static async Task<(DnsLookupRequest Request, DnsAttempt Attempt)> AgainAsync(DnsLookupRequest request, DnsAttempt first, GatherContext context, CancellationToken cancellationToken)
    {
        var hasWaited = first.Milliseconds >= Patience.TotalMilliseconds;
        var second = (await TcpConversation.RunAsync([request], hasWaited ? SecondPatience : Patience, context, cancellationToken))[request];

        // The longer wait says more about a name that is not answered at all.
        return (request, hasWaited && !second.IsAnswered ? first : second);
    }

    private static async Task<EvidenceAnswer> OverUdpAsync(DnsLookupRequest request, GatherContext context, CancellationToken cancellationToken) =>
        EvidenceAnswer.Of(request, new DnsLookup(await Task.WhenAll(Enumerable.Range(0, request.Times).Select(_ => OnceAsync(request, context, cancellationToken)))));

    private static async Task<DnsAttempt> OnceAsync(DnsLookupRequest request, GatherContext context, CancellationToken cancellationToken)
    {
        var started = context.Clock.GetTimestamp();
        var command = context.Session!.Command(["nslookup", $"-type={(request.Type == DnsRecordType.Aaaa ? "aaaa" : "a")}", request.Name + ".", request.Server]);
        await using var process = await context.Session.RunAsync(command, cancellationToken);
        var output = await CommandOutput.CollectAsync(process, MostOutput, Patience, context.Clock, cancellationToken);
        var text = output.Text + output.ErrorText;
        var (outcome, addresses) = output.ExitCode is null ? (DnsOutcome.Timeout, []) : NslookupText.Read(text);
        return new DnsAttempt(outcome, (long)context.Clock.GetElapsedTime(started).TotalMilliseconds, addresses, null, IsTruncated: false, text.Trim());
    }
}
