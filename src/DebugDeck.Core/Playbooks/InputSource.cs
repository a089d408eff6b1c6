namespace DebugDeck.Core.Playbooks;

/// <summary>Where the value of an input may be found.</summary>
/// <param name="Kind">What is looked at.</param>
/// <param name="Name">The group of a symptom's pattern; the name of a variable, <c>*</c> for any letters; a path into the specification; nothing for the rest.</param>
public sealed record InputSource(InputSourceKind Kind, string Name);
