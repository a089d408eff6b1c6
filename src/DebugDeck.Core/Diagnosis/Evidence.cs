namespace DebugDeck.Core.Diagnosis;

/// <summary>One thing that was looked at, and what it said. A verdict without any is a guess.</summary>
/// <param name="Source">Where it was read: <c>file</c>, <c>spec</c>, <c>status</c>, <c>image config</c>, <c>reference</c>, <c>log</c>, <c>event</c>, <c>lookup</c>, <c>tls</c>, …</param>
/// <param name="Path">The file, field or name there; null where the source says it all.</param>
/// <param name="Detail">What it said, quoted or in words. Hostile like everything out of a container: escape before showing it.</param>
public sealed record Evidence(string Source, string? Path, string Detail);
