namespace DebugDeck.Practice.Objects;

/// <summary>A part of an object with a path of its own, such as <c>pods/log</c>.</summary>
/// <param name="Kind">The kind it takes or gives.</param>
internal sealed record Subresource(string Name, string Kind, params string[] Verbs);
