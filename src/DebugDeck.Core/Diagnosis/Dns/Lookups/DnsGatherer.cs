using System.Globalization;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Diagnosis.Dns.Wire;
using DebugDeck.Core.Diagnosis.Gathering;
using DebugDeck.Core.Errors;

namespace DebugDeck.Core.Diagnosis.Dns.Lookups;

/// <summary>Asks name servers from the session. Questions over TCP to one server share a connection, and different servers are asked side by side.</summary>
public sealed class DnsGatherer : IEvidenceGatherer
{
    private const int MostAtOnce = 6;
    private const int MostOutput = 64 * 1024;
    private const int SecondsPerQuestion = 6;

    public bool Covers(EvidenceRequest request) => request is DnsLookupRequest;

    public EvidenceCost Cost(EvidenceRequest request, GatherContext context) => EvidenceCost.Session;

    public async Task<IReadOnlyList<EvidenceAnswer>> GatherAsync(IReadOnlyList<EvidenceRequest> requests, GatherContext context, CancellationToken cancellationToken)
    {
        var asked = requests.OfType<DnsLookupRequest>().ToList();
        context.Progress.Report(string.Create(CultureInfo.InvariantCulture, $"asking name servers {asked.Sum(request => request.Times)} questions"));
        var batches = asked.Where(request => request.Transport == DnsTransport.Tcp).GroupBy(request => request.Server).Select(batch => batch.ToList())
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

    // Some servers answer only the first question of a connection before they close it, so what stays open is asked once more on its own.
    private static async Task<IReadOnlyList<EvidenceAnswer>> OverTcpAsync(List<DnsLookupRequest> batch, GatherContext context, CancellationToken cancellationToken)
    {
        var found = await TcpConversation.RunAsync(batch, context, cancellationToken);
        foreach (var request in batch.Where(request => found[request].Outcome == DnsOutcome.Timeout && found.Values.Any(attempt => attempt.IsAnswered)).ToList())
        {
            found[request] = (await TcpConversation.RunAsync([request], context, cancellationToken))[request];
        }

        return [.. batch.Select(request => EvidenceAnswer.Of(request, new DnsLookup([found[request]])))];
    }

    private static async Task<EvidenceAnswer> OverUdpAsync(DnsLookupRequest request, GatherContext context, CancellationToken cancellationToken)
    {
        var attempts = new List<DnsAttempt>();
        for (var i = 0; i < request.Times; i++)
        {
            var started = context.Clock.GetTimestamp();
            var command = context.Session!.Command(["nslookup", $"-type={(request.Type == DnsRecordType.Aaaa ? "aaaa" : "a")}", request.Name + ".", request.Server]);
            await using var process = await context.Session.RunAsync(command, cancellationToken);
            var output = await CommandOutput.CollectAsync(process, MostOutput, TimeSpan.FromSeconds(2 * SecondsPerQuestion), context.Clock, cancellationToken);
            var text = output.Text + output.ErrorText;
            var (outcome, addresses) = output.ExitCode is null ? (DnsOutcome.Timeout, []) : NslookupText.Read(text);
            attempts.Add(new DnsAttempt(outcome, (long)context.Clock.GetElapsedTime(started).TotalMilliseconds, addresses, null, IsTruncated: false, text.Trim()));
        }

        return EvidenceAnswer.Of(request, new DnsLookup(attempts));
    }
}
