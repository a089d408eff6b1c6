using DebugDeck.Core.Anatomy.Families;

namespace DebugDeck.Core.Anatomy.Builders;

/// <summary>How a tool that puts programs on top of base images is recognised.</summary>
/// <param name="Id">The short name that scripts rely on.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Signs">Any one of them tells.</param>
public sealed record BuilderRule(string Id, string Name, IReadOnlyList<Sign> Signs);
