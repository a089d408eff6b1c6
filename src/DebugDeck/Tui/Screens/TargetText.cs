using DebugDeck.Core.Targets;
using DebugDeck.Core.Text;

namespace DebugDeck.Tui.Screens;

/// <summary>What a target is called in a list: its name, and of a pod its container as well.</summary>
internal static class TargetText
{
    // A container's name is worth room beside a pod's, but not all of it.
    private const int MostForContainer = 14;

    // What a controller puts at the end tells one pod from its siblings.
    private const int Suffix = 5;

    public static int Length(Target target) => target.Name.Length + (target.Container is { } container ? container.Length + 1 : 0);

    /// <summary>In a column: where there is no room, the pod's name loses its middle, and the container's nothing.</summary>
    public static string Fit(Target target, int width)
    {
        var name = VisibleText.Escape(target.Name);
        if (target.Container is null)
        {
            return name;
        }

        var container = "/" + VisibleText.Escape(target.Container);
        if (name.Length + container.Length <= width || container.Length > MostForContainer || container.Length + Suffix + 4 > width)
        {
            return name + container;
        }

        return $"{name[..(width - container.Length - Suffix - 1)]}…{name[^Suffix..]}{container}";
    }
}
