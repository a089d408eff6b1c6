using DebugDeck.Core.Debugging;

namespace DebugDeck.Core.Diagnosis.Gathering;

/// <summary>Reads <c>/proc</c> of the target's first process: in the target where that has the tools, else from the session.</summary>
public sealed class ProcessGatherer : IEvidenceGatherer
{
    private const int MostOutput = 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public bool Covers(EvidenceRequest request) => request is ProcessRequest;

    // Where processes are shared, the number of the target's own is known to the session only.
    public EvidenceCost Cost(EvidenceRequest request, GatherContext context) =>
        context.FileCost == EvidenceCost.Process && context.Evidence.Details is not { SharesProcesses: true } ? EvidenceCost.Process : EvidenceCost.Session;

    public async Task<IReadOnlyList<EvidenceAnswer>> GatherAsync(
        IReadOnlyList<EvidenceRequest> requests, GatherContext context, CancellationToken cancellationToken)
    {
        context.Progress.Report("looking at the process");
        var facts = await ReadAsync(context, cancellationToken);
        return [.. requests.OfType<ProcessRequest>().Select(request => facts is null
            ? EvidenceAnswer.Missing(request, "the target does not run, so it has no process to look at")
            : EvidenceAnswer.Of(request, facts))];
    }

    private static async Task<ProcessFacts?> ReadAsync(GatherContext context, CancellationToken cancellationToken)
    {
        var mark = Guid.NewGuid().ToString("N");
        var before = context.Clock.GetUtcNow();
        if (context.Session is null)
        {
            var inTarget = new RemoteCommand(ProcessScript.Read("/proc/1", mark));
            await using var process = await context.Host.RunInTargetAsync(context.Target, inTarget, cancellationToken);
            return Parse(await CollectAsync(process), 1);
        }

        if (ProcessScript.FolderOf(context.Session.Plan.TargetRoot) is not { } folder)
        {
            return null;
        }

        await using var beside = await context.Session.RunAsync(context.Session.Command(ProcessScript.Read(folder.Path, mark)), cancellationToken);
        return Parse(await CollectAsync(beside), folder.Process);

        ProcessFacts? Parse(ReadOnlyMemory<byte> output, int number) => ProcessText.Parse(output, mark, number) is { } facts
            ? facts with { Clock = ProcessText.Clock(output, mark) is { } node ? new ClockReading(node, before, context.Clock.GetUtcNow()) : null }
            : null;

        async Task<ReadOnlyMemory<byte>> CollectAsync(IRemoteProcess process) =>
            (await CommandOutput.CollectAsync(process, MostOutput, Patience, context.Clock, cancellationToken)).Output;
    }
}
