namespace DebugDeck.Core.Playbooks.Files;

/// <summary>What came of reading a playbook file.</summary>
/// <param name="Origin">The file.</param>
/// <param name="Playbook">Null if anything is wrong with it: half a playbook would give half an answer.</param>
/// <param name="Problems">All of them, in the order of the file.</param>
public sealed record PlaybookReading(string Origin, Playbook? Playbook, IReadOnlyList<PlaybookProblem> Problems);
