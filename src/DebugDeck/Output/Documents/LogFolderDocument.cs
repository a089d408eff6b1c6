namespace DebugDeck.Output.Documents;

/// <summary>The <c>manifest.json</c> that <c>logs --to DIR</c> leaves beside a pod's logs.</summary>
/// <param name="SchemaVersion">1.</param>
/// <param name="Target">The pod's address.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="WrittenAt">When.</param>
/// <param name="Files">What was written.</param>
/// <param name="Missing">What could not be had, and why.</param>
internal sealed record LogFolderDocument(
    int SchemaVersion, string Target, string? Namespace, DateTime WrittenAt, IReadOnlyList<LogFileDocument> Files, IReadOnlyList<MissingLogDocument> Missing);

/// <summary>A log that was written.</summary>
/// <param name="File">Its name in the folder.</param>
/// <param name="Container">Whose.</param>
/// <param name="Run"><c>current</c> or <c>previous</c></param>
/// <param name="Lines">How many.</param>
/// <param name="Bytes">Of the file.</param>
internal sealed record LogFileDocument(string File, string Container, string Run, long Lines, long Bytes);

/// <summary>A log that could not be had.</summary>
/// <param name="Container">Whose.</param>
/// <param name="Run"><c>current</c> or <c>previous</c></param>
/// <param name="Reason">Why, in the server's words where it has some.</param>
internal sealed record MissingLogDocument(string Container, string Run, string Reason);
