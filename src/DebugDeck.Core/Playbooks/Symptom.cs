using System.Text.RegularExpressions;

namespace DebugDeck.Core.Playbooks;

/// <summary>A known text that points to a playbook.</summary>
/// <param name="Id">Unique within its playbook.</param>
/// <param name="Title">What it means, in a few words.</param>
/// <param name="Patterns">Any of them; their named groups fill inputs of the same name. Without backtracking, so a hostile line costs no more than its length.</param>
/// <param name="Places">Where it is looked for.</param>
public sealed record Symptom(string Id, string Title, IReadOnlyList<Regex> Patterns, SymptomPlaces Places);
