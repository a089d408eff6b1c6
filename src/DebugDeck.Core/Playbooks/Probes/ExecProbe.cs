using DebugDeck.Core.Debugging;
using DebugDeck.Core.Diagnosis.Checks;
using DebugDeck.Core.Diagnosis.Gathering;

namespace DebugDeck.Core.Playbooks.Probes;

/// <summary><c>exec: [nc, -z, "{{host}}", "443"]</c>: a command run in the session. Arguments, not a shell line: what an input says stays one argument.</summary>
public sealed record ExecProbe(IReadOnlyList<string> Arguments) : Probe
{
    public override string Words => $"exec {ShellText.Line(Arguments)}";

    public override IReadOnlyList<string> Texts => Arguments;

    public override IReadOnlyList<EvidenceRequest> Needs(CheckInputs inputs, CaseEvidence evidence) => [Request(inputs)];

    public override Observation? Observe(CheckInputs inputs, CaseEvidence evidence)
    {
        var request = Request(inputs);
        return evidence.Find(request) is { } result
            ? new Observation(result.ExitCode == 0, result.Output + result.Error, result.ExitCode, CommandEvidence.Kind.Show(evidence.AnswerTo(request)!)[0])
            : null;
    }

    private CommandRequest Request(CheckInputs inputs) => new([.. Arguments.Select(argument => Placeholders.Fill(argument, inputs))]);
}
