using DebugDeck.Core.Diagnosis;

namespace DebugDeck.Core.Anatomy.Builders;

/// <summary>The tool that put the program on its base image.</summary>
public sealed record BuilderFact(string Id, string Name, Confidence Confidence, IReadOnlyList<Evidence> Evidence);
