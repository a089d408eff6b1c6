using DebugDeck.Core.Hosts;
using DebugDeck.Core.Targets;

namespace DebugDeck.Commands;

/// <summary>The target that an address means, and where it is.</summary>
internal sealed record FoundTarget(IContainerHost Host, Target Target);
