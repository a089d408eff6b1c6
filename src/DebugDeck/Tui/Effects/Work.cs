using DebugDeck.Core.Hosts;
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

    /// <summary>The host shows these namespaces from now on.</summary>
    internal sealed record LookAt(string Host, NamespaceScope Scope) : Work;

    internal sealed record ListNamespaces(int Page, string Host) : Work;

    internal sealed record ReadDetails(int Page, int Round, TargetKey Target) : Work;

    internal sealed record ReadAnatomy(int Page, int Round, TargetKey Target) : Work;

    /// <summary>Find out what an image is built on.</summary>
    internal sealed record FindBase(string Host, string ImageId) : Work;

    /// <summary>Find out about a shell by starting it.</summary>
    internal sealed record ProbeShell(int Round, TargetKey Target) : Work;

    internal sealed record FindShell(TargetKey Target) : Work;

    internal sealed record MakePlan(int Page, TargetKey Target, string Toolbox) : Work;

    internal sealed record StartSession(int Page, int Round) : Work;

    internal sealed record FollowLog(int Page, int Round, TargetKey Target, bool Previous) : Work;

    internal sealed record ListFolder(int Page, int Round, TargetKey Target, string Path) : Work;

    internal sealed record Triage(int Page, TargetKey Target) : Work;

    internal sealed record RunPlaybook(int Page, int Round) : Work;

    internal sealed record SaveFix(int Page, string Path) : Work;

    internal sealed record CopyOut(int Page, TargetKey Target, string Source, string Destination) : Work;
}
