using DebugDeck.Core.Debugging;
using DebugDeck.Core.Diagnosis.Gathering;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Targets;

namespace DebugDeck.Core.Playbooks.Running;

/// <summary>
/// Runs a playbook: brings what its steps want to know, the cheapest first, each thing once, and as much as possible in one go. What follows from it
/// is the business of <see cref="RunRules"/>.
/// </summary>
public sealed class PlaybookRunner(IContainerHost host, Target target, Playbook playbook, RunSettings settings)
{
    // More than any honest check needs; one that asks for ever new things is stopped here.
    private const int MostRounds = 16;

    private readonly RunSubject _subject = new(playbook, target.Address.ToString(), host.Info.Kind.ToString().ToLowerInvariant(), settings.Given);
    private IDebugSession? _session;
    private EvidenceGap? _noSession;

    /// <summary>Runs to the end. Steps that cannot be done say what is missing; only a lost host, or a mistake of ours, ends the run early.</summary>
    /// <param name="progress">Hears how far it is, after each round.</param>
    /// <exception cref="DebugDeckException">The host is not reachable.</exception>
    public async Task<RunReport> RunAsync(IProgress<RunReport>? progress, CancellationToken cancellationToken)
    {
        var watch = new RunWatch(settings.Clock, settings.From);
        var evidence = settings.From?.Evidence.WithoutGaps() ?? new CaseEvidence(settings.Clock.GetUtcNow());
        var context = new GatherContext
        {
            Host = host,
            Target = target,
            Reach = await host.ReachAsync(target, cancellationToken),
            Evidence = evidence,
            Clock = settings.Clock,
            Progress = settings.Words,
        };
        for (var round = 0; ; round++)
        {
            var report = RunRules.Judge(_subject, evidence, watch.Times, settings.Until);
            report = watch.Note(report);
            progress?.Report(report);
            var open = RunRules.Open(report);
            if (open.Count == 0)
            {
                return report;
            }

            var answers = round < MostRounds
                ? await GatherAsync(report, open, context with { Evidence = evidence, Session = _session }, cancellationToken)
                : [.. open.Select(request => EvidenceAnswer.Missing(request, "it was asked for too late: the check asks for ever new things"))];
            evidence = evidence.With(answers);
        }
    }

    // Only what is cheapest now: its answers may make the dearer things unnecessary.
    private async Task<IReadOnlyList<EvidenceAnswer>> GatherAsync(
        RunReport report, IReadOnlyList<EvidenceRequest> open, GatherContext context, CancellationToken cancellationToken)
    {
        var cheapest = open.GroupBy(request => Cost(request, context)).MinBy(group => group.Key)!;
        if (cheapest.Key != EvidenceCost.Session)
        {
            return await EvidenceBatch.GatherAsync(settings.Gatherers, [.. cheapest], context, cancellationToken);
        }

        if (_session is null && _noSession is null)
        {
            await OpenAsync(report, [.. cheapest], cancellationToken);
        }

        return _noSession is { } gap
            ? [.. cheapest.Select(request => EvidenceAnswer.Missing(request, gap))]
            : await EvidenceBatch.GatherAsync(settings.Gatherers, [.. cheapest], context with { Session = _session }, cancellationToken);
    }

    private EvidenceCost Cost(EvidenceRequest request, GatherContext context) =>
        settings.Gatherers.FirstOrDefault(gatherer => gatherer.Covers(request))?.Cost(request, context) ?? EvidenceCost.Free;

    private async Task OpenAsync(RunReport report, IReadOnlyList<EvidenceRequest> requests, CancellationToken cancellationToken)
    {
        if (settings.OpenSession is not { } open)
        {
            _noSession = new EvidenceGap("this needs a debug container beside the target, and none may be started");
            return;
        }

        try
        {
            _session = await open(new SessionNeed(StepsThatWant(report, requests)), settings.Words, cancellationToken);
        }
        catch (DebugDeckException refused)
        {
            _noSession = new EvidenceGap(refused.Message, refused.Hint);
        }
    }

    private static List<string> StepsThatWant(RunReport report, IReadOnlyList<EvidenceRequest> requests)
    {
        var keys = requests.Select(request => request.Key).ToHashSet(StringComparer.Ordinal);
        var inputs = Inputs.InputGuess.ToInputs(report.Inputs);
        return
        [
            .. report.Steps.Where(step => step.Status == StepStatus.Running && step.Step.Check.Needs(inputs, report.Evidence).Any(request => keys.Contains(request.Key)))
                .Select(step => step.Step.Title),
        ];
    }
}
