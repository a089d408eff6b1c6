using DebugDeck.Core.Diagnosis.Checks;
using DebugDeck.Core.Diagnosis.Gathering;
using DebugDeck.Core.Files;

namespace DebugDeck.Core.Playbooks.Probes;

/// <summary><c>file: /etc/passwd</c>: a file of the target, links followed.</summary>
public sealed record FileProbe(string Path) : Probe
{
    public override string Words => $"file {Path}";

    public override IReadOnlyList<string> Texts => [Path];

    public override IReadOnlyList<EvidenceRequest> Needs(CheckInputs inputs, CaseEvidence evidence) => [Request(inputs)];

    public override Observation? Observe(CheckInputs inputs, CaseEvidence evidence)
    {
        var request = Request(inputs);
        return evidence.Find(request) is { Error: null } file
            ? new Observation(file.Exists, evidence.Files.Text(file.Path) ?? "", null, FileEvidence.Kind.Show(evidence.AnswerTo(request)!)[0])
            : null;
    }

    private FileRequest Request(CheckInputs inputs) => new(ContainerPath.Normalize(Placeholders.Fill(Path, inputs)));
}
