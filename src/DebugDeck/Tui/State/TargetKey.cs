using DebugDeck.Core.Targets;

namespace DebugDeck.Tui.State;

/// <summary>Names a target over all hosts.</summary>
internal readonly record struct TargetKey(string Host, string Id)
{
    public static TargetKey Of(Target target) => new(target.Host, target.Id);
}
