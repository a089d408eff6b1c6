using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Diagnosis.Gathering;

namespace DebugDeck.Core.Diagnosis.Programs;

/// <summary>What the target's files say about its program, as far as they have been read.</summary>
internal sealed class AnatomyCase
{
    private readonly ContainerQuestion? _question;
    private readonly CaseEvidence _evidence;

    public AnatomyCase(CaseEvidence evidence)
    {
        _evidence = evidence;
        Setting = evidence.Details is { } details ? ContainerSetting.From(details) : new ContainerSetting();
        if (Setting.Command.Count == 0 && evidence.Find(new ProcessRequest())?.Command is { Count: > 0 } command)
        {
            Setting = Setting with { Command = command };
        }

        _question = evidence.Details is null ? null : new ContainerQuestion(Setting);
        Readings = _question?.Answer(evidence.Files) ?? new ContainerReadings();
    }

    public ContainerSetting Setting { get; }

    public ContainerReadings Readings { get; }

    public IReadOnlyList<EvidenceRequest> Needs(params FileRequest[] more) =>
        [new DetailsRequest(), new ProcessRequest(), .. more, .. (_question?.Wishes(_evidence.Files) ?? []).Select(wish => new FileRequest(wish))];
}
