using DebugDeck.Core.Debugging.Planning;

namespace DebugDeck.Output.Documents;

/// <summary>One way that a plan considers.</summary>
internal sealed record CandidateDocument(
    string Technique,
    string Profile,
    string User,
    SecurityContextDocument? SecurityContext,
    bool? Accepted,
    string ServerMessage,
    IReadOnlyList<string> ServerWarnings,
    Visibility Sees,
    IReadOnlyList<string> Notes)
{
    public static CandidateDocument From(PlanCandidate candidate) => new(
        DocumentWord.Of(candidate.Technique),
        candidate.Profile,
        candidate.User,
        SecurityContextDocument.From(candidate.Security),
        candidate.Accepted,
        candidate.ServerMessage,
        candidate.ServerWarnings,
        candidate.Sees,
        candidate.Notes);
}
