namespace DebugDeck.Core.Tests.Diagnosis.Coverage;

/// <summary>A rule with evidence that it is for, and evidence that looks like it and is not.</summary>
/// <param name="Rule">Its id.</param>
/// <param name="Positive">The rules found in evidence that it is for.</param>
/// <param name="NearMiss">The rules found in evidence that looks like it.</param>
internal sealed record RuleCase(string Rule, Func<IEnumerable<string>> Positive, Func<IEnumerable<string>> NearMiss);
