namespace DebugDeck.Practice.Rbac;

/// <summary>Whether it is allowed, and by which binding; the reason is null where a real server gives none.</summary>
internal sealed record AccessDecision(bool Allowed, string? Reason = null);
