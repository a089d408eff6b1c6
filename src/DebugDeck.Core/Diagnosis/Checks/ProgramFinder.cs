using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Diagnosis.Gathering;

namespace DebugDeck.Core.Diagnosis.Checks;

/// <summary>What the target's program and image are made of, for checks whose rules differ by runtime and libc.</summary>
public sealed class ProgramFinder(CaseEvidence evidence)
{
    private readonly CaseAnatomy _anatomy = CaseAnatomy.Of(evidence);

    public ContainerReadings Readings => _anatomy.Readings;

    /// <summary>What is still to be read.</summary>
    public IReadOnlyList<FileRequest> Wishes { get; } = [.. CaseAnatomy.Of(evidence).Wishes.Select(wish => new FileRequest(wish))];
}
