namespace DebugDeck.Commands.Playbooks;

/// <summary>How bad a finding has to be for a run to end with exit code 3.</summary>
internal enum FailOn
{
    Problem,
    Warning,
    Never,
}
