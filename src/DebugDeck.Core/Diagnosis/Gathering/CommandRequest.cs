using DebugDeck.Core.Debugging;

namespace DebugDeck.Core.Diagnosis.Gathering;

/// <summary>
/// What a command says that is run in the session, beside the target: in its network and with its processes in view, its files under <c>$TARGET</c>.
/// </summary>
/// <param name="Arguments">Program and arguments.</param>
/// <param name="TimeLimitSeconds">It is ended after this long.</param>
public sealed record CommandRequest(IReadOnlyList<string> Arguments, int TimeLimitSeconds = 10) : EvidenceRequest<CommandResult>
{
    public override string Key => $"exec {ShellText.Line(Arguments)}";
}
