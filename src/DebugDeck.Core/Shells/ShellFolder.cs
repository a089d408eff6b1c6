namespace DebugDeck.Core.Shells;

/// <summary>One of the folders that may hold a shell, as it was found.</summary>
/// <param name="Name">As it is usually called: <c>/bin</c>.</param>
/// <param name="Path">The directory that it is or leads to; null if there is none to look into.</param>
/// <param name="ModifiedAt">When a name in that directory was last added or removed.</param>
/// <param name="Note">Why there is nothing to look into, as evidence; null if there is.</param>
/// <param name="IsHidden">It exists, but the host cannot look into it.</param>
public sealed record ShellFolder(string Name, string? Path, DateTimeOffset? ModifiedAt, string? Note, bool IsHidden = false);
