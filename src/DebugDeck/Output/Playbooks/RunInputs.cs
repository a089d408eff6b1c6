using DebugDeck.Core.Playbooks.Running;
using DebugDeck.Core.Text;

namespace DebugDeck.Output.Playbooks;

/// <summary>The inputs of a run as they are shown: those with a value, without secrets.</summary>
internal static class RunInputs
{
    public static IEnumerable<(string Name, string Value, string Origin)> Shown(RunReport report) => report.Inputs
        .Where(input => input.Value is not null)
        .Select(input => (input.Input.Name, Redaction.Variable(input.Input.Name, input.Value!), input.Origin));
}
