using DebugDeck.Core.Diagnosis.Checks;
using DebugDeck.Core.Diagnosis.Gathering;

namespace DebugDeck.Core.Diagnosis.Programs;

/// <summary>Whether the program can be started at all: its file, its loader, its libraries, its architecture.</summary>
public sealed class EntryPointCheck : ICheck
{
    public string Name => "program.starts";

    public IReadOnlyList<EvidenceRequest> Needs(CheckInputs inputs, CaseEvidence evidence) => new AnatomyCase(evidence).Needs();

    public IReadOnlyList<Finding> Evaluate(CheckInputs inputs, CaseEvidence evidence)
    {
        var program = new AnatomyCase(evidence).Readings.EntryPoint;

        // A program that is running needs no proof that it can start: files that could not be read must not say otherwise.
        var isRunning = evidence.Details?.Target.State == Targets.ContainerState.Running;
        return program switch
        {
            { Problems.Count: > 0 } when !isRunning => program.Problems,
            { Path: { } path } => [new Finding("program.starts", Severity.Ok, $"{path} can be started", $"{program.Linkage} linkage; nothing that it needs to start is missing.") { Evidence = program.Evidence }],
            _ => [new Finding("program.unknown", Severity.Info, "The program could not be looked at", "Neither specification nor files tell what is started.") { Evidence = program.Evidence }],
        };
    }
}
