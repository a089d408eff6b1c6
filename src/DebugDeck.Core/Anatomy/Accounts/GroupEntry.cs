namespace DebugDeck.Core.Anatomy.Accounts;

/// <summary>A line of <c>/etc/group</c>.</summary>
public sealed record GroupEntry(string Name, long GroupId, IReadOnlyList<string> Members);
