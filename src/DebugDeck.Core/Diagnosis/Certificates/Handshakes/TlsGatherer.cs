using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Diagnosis.Gathering;
using DebugDeck.Core.Errors;

namespace DebugDeck.Core.Diagnosis.Certificates.Handshakes;

/// <summary>Makes handshakes: from inside the target's network through <c>nc</c> in the session, or directly from here where that is asked for.</summary>
public sealed class TlsGatherer : IEvidenceGatherer
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(6);

    public bool Covers(EvidenceRequest request) => request is TlsRequest;

    public EvidenceCost Cost(EvidenceRequest request, GatherContext context) => request is TlsRequest { IsDirect: true } ? EvidenceCost.Free : EvidenceCost.Session;

    public async Task<IReadOnlyList<EvidenceAnswer>> GatherAsync(
        IReadOnlyList<EvidenceRequest> requests, GatherContext context, CancellationToken cancellationToken)
    {
        var asked = requests.OfType<TlsRequest>().ToList();
        context.Progress.Report($"TLS handshake with {string.Join(", ", asked.Select(request => request.Written))}");
        return await Task.WhenAll(asked.Select(request => AnswerAsync(request, context, cancellationToken)));
    }

    private static async Task<EvidenceAnswer> AnswerAsync(TlsRequest request, GatherContext context, CancellationToken cancellationToken)
    {
        try
        {
            var started = context.Clock.GetTimestamp();
            var observation = await LookAsync(request, context, SslProtocols.None, cancellationToken);

            // Where this machine's own library will not go on, an older handshake shows the certificates in the clear.
            if (observation is { Outcome: TlsOutcome.Failed, Chain.Count: 0 })
            {
                var older = await LookAsync(request, context, SslProtocols.Tls12, cancellationToken);
                observation = older.Chain.Count > 0 ? older : observation;
            }

            return EvidenceAnswer.Of(request, observation with { DurationMs = (long)context.Clock.GetElapsedTime(started).TotalMilliseconds });
        }
        catch (DebugDeckException error)
        {
            return EvidenceAnswer.Missing(request, error.Message, error.Hint);
        }
    }

    private static async Task<TlsObservation> LookAsync(TlsRequest request, GatherContext context, SslProtocols protocols, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            return request.IsDirect
                ? await DirectAsync(request, protocols, limit.Token)
                : await InsideAsync(request, context.Session!, protocols, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new TlsObservation { Outcome = TlsOutcome.TimedOut, Words = string.Create(CultureInfo.InvariantCulture, $"no answer within {Limit.TotalSeconds:0} seconds") };
        }
    }

    private static async Task<TlsObservation> DirectAsync(TlsRequest request, SslProtocols protocols, CancellationToken cancellationToken)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(request.Host, request.Port, cancellationToken);
            return await TlsLook.HandshakeAsync(client.GetStream(), request.ServerName, protocols, cancellationToken);
        }
        catch (SocketException e)
        {
            return new TlsObservation { Outcome = ConnectionWords.Outcome(e.SocketErrorCode), Words = e.Message };
        }
    }

    private static async Task<TlsObservation> InsideAsync(TlsRequest request, IDebugSession session, SslProtocols protocols, CancellationToken cancellationToken)
    {
        var port = request.Port.ToString(CultureInfo.InvariantCulture);
        await using var process = await session.RunAsync(session.Command(["nc", request.Host, port]) with { Input = true }, cancellationToken);
        await using var stream = new ProcessStream(process);
        var observation = await TlsLook.HandshakeAsync(stream, request.ServerName, protocols, cancellationToken);
        if (observation.Outcome != TlsOutcome.Closed)
        {
            return observation;
        }

        // Nothing came at all: nc says why. OpenBSD's does so only when it is asked to talk.
        await DrainAsync(stream, cancellationToken);
        var words = stream.Errors.Length > 0 ? stream.Errors : await AskAgainAsync(session, request.Host, port, cancellationToken);
        return ConnectionWords.Outcome(words) is { } outcome ? observation with { Outcome = outcome, Words = ConnectionWords.Last(words) } : observation;
    }

    private static async Task DrainAsync(ProcessStream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[1024];
        while (await stream.ReadAsync(buffer, cancellationToken) > 0)
        {
        }
    }

    private static async Task<string> AskAgainAsync(IDebugSession session, string host, string port, CancellationToken cancellationToken)
    {
        await using var process = await session.RunAsync(session.Command(["nc", "-v", "-z", "-w", "3", host, port]), cancellationToken);
        await using var stream = new ProcessStream(process);
        await DrainAsync(stream, cancellationToken);
        return stream.Errors;
    }
}
