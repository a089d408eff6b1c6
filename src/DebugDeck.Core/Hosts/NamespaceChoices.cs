namespace DebugDeck.Core.Hosts;

/// <summary>The namespaces a user can choose from.</summary>
/// <param name="Names">Those that are known, sorted: listed by the host, or else the user's favourites and the one the host is opened with.</param>
/// <param name="MayListAll">The user may look at all namespaces at once.</param>
/// <param name="Reason">Why the names are not all there are (the host does not let the user list them); null if they are. Any name may still be typed.</param>
public sealed record NamespaceChoices(IReadOnlyList<string> Names, bool MayListAll, string? Reason);
