namespace DebugDeck.Core.Anatomy.Accounts;

/// <summary>A line of <c>/etc/passwd</c>.</summary>
public sealed record AccountEntry(string Name, long UserId, long GroupId, string Home, string Shell);
