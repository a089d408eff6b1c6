namespace DebugDeck.Core.Playbooks.Running;

/// <summary>What is run on what.</summary>
/// <param name="Playbook">The playbook.</param>
/// <param name="Target">The target's address.</param>
/// <param name="HostKind"><c>docker</c>, <c>podman</c> or <c>kubernetes</c>.</param>
/// <param name="Given">The inputs that the user gave.</param>
public sealed record RunSubject(Playbook Playbook, string Target, string HostKind, IReadOnlyDictionary<string, string> Given);
