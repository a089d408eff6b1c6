namespace DebugDeck.Core.Playbooks.Files;

/// <summary>What is wrong with a playbook file.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Message">One sentence without a full stop.</param>
public sealed record PlaybookProblem(long Line, long Column, string Message);
