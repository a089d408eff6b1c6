using System.Text.Json.Serialization;
using DebugDeck.Core.Debugging;

namespace DebugDeck.Output.Documents;

/// <summary>What <c>sessions -o json</c> prints.</summary>
internal sealed record SessionsDocument(int SchemaVersion, IReadOnlyList<SessionDocument> Sessions)
{
    public SessionsDocument(IReadOnlyList<SessionDocument> sessions)
        : this(1, sessions)
    {
    }
}

/// <summary>A session in a document.</summary>
internal sealed record SessionDocument(
    string Id,
    string Host,
    string Target,
    string Technique,
    string Toolbox,
    DateTime StartedAt,
    DateTime EndsAt,
    string StartedBy,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Namespace)
{
    public static SessionDocument From(DebugSessionInfo session) => new(
        session.Id,
        session.Host,
        session.Target,
        DocumentWord.Of(session.Technique),
        session.Toolbox,
        session.StartedAt.UtcDateTime,
        session.EndsAt.UtcDateTime,
        session.StartedBy,
        session.Namespace);
}
