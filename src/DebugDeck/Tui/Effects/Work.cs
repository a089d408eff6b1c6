using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Effects;

/// <summary>Something to do in the background. Which work is wanted follows from the state alone; equal work is the same work.</summary>
internal abstract record Work
{
    private Work()
    {
    }

    /// <summary>Ages grow.</summary>
    internal sealed record KeepTime : Work;

    internal sealed record WatchHost(string Host, int Round) : Work;

    internal sealed record FindShell(TargetKey Target) : Work;

    internal sealed record MakePlan(int Page, TargetKey Target, string Toolbox) : Work;

    internal sealed record StartSession(int Page, int Round) : Work;

    internal sealed record FollowLog(int Page, int Round, TargetKey Target, bool Previous) : Work;

    internal sealed record ListFolder(int Page, int Round, TargetKey Target, string Path) : Work;

    internal sealed record CopyOut(int Page, TargetKey Target, string Source, string Destination) : Work;
}
