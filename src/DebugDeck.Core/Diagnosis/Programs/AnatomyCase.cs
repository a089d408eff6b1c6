using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Diagnosis.Checks;
using DebugDeck.Core.Diagnosis.Gathering;

namespace DebugDeck.Core.Diagnosis.Programs;

/// <summary>What the target's files say about its program, as far as they have been read.</summary>
internal sealed class AnatomyCase(CaseEvidence evidence)
{
    private readonly CaseAnatomy _anatomy = CaseAnatomy.Of(evidence);

    public ContainerSetting Setting => _anatomy.Setting;

    public ContainerReadings Readings => _anatomy.Readings;

    public IReadOnlyList<EvidenceRequest> Needs(params FileRequest[] more) =>
        [new DetailsRequest(), new ProcessRequest(), .. more, .. _anatomy.Wishes.Select(wish => new FileRequest(wish))];
}
