using DebugDeck.Core.Diagnosis.Gathering;
using DebugDeck.Core.Files;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Targets;

namespace DebugDeck.Core.Playbooks.Triage;

/// <summary>Reads what a first look needs. It costs nothing in the target.</summary>
public static class TriageLook
{
    public static async Task<TriageReport> TakeAsync(
        IContainerHost host, Target target, IReadOnlyList<Playbook> playbooks, TimeProvider clock, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var evidence = new CaseEvidence(clock.GetUtcNow());
        var context = new GatherContext { Host = host, Target = target, Reach = FileReach.NewSession, Evidence = evidence, Clock = clock, Progress = progress };
        while (SymptomTexts.Needs(evidence).Where(request => evidence.AnswerTo(request) is null).ToList() is { Count: > 0 } open)
        {
            evidence = evidence.With(await EvidenceBatch.GatherAsync(EvidenceGatherers.All, open, context with { Evidence = evidence }, cancellationToken));
        }

        return TriageRules.Judge(playbooks, evidence);
    }
}
