namespace DebugDeck.Core.Debugging.Planning;

/// <summary>The server's answer to "may I?".</summary>
/// <param name="Verb"><c>patch</c>.</param>
/// <param name="Resource"><c>pods/ephemeralcontainers</c>.</param>
/// <param name="Allowed">The answer.</param>
public sealed record AccessAnswer(string Verb, string Resource, bool Allowed);
