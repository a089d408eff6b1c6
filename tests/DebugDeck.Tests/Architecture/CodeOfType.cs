namespace DebugDeck.Tests.Architecture;

/// <summary>One type, and the namespaces its methods use.</summary>
internal sealed record CodeOfType(string Namespace, string Name, IReadOnlySet<string> Uses);
