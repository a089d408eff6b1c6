using DebugDeck.Commands.Doctor;

namespace DebugDeck.Output.Documents;

/// <summary>What <c>doctor -o json</c> prints.</summary>
internal sealed record DoctorDocument(int SchemaVersion, string Version, IReadOnlyList<CheckDocument> Checks)
{
    public DoctorDocument(string version, IReadOnlyList<CheckDocument> checks)
        : this(1, version, checks)
    {
    }
}

/// <summary>A check in a document.</summary>
internal sealed record CheckDocument(string Area, string Subject, string Verdict, string Detail, string? Hint)
{
    public static CheckDocument From(DoctorCheck check) => new(check.Area, check.Subject, DocumentWord.Of(check.Verdict), check.Detail, check.Hint);
}
