using System.Globalization;
using DebugDeck.Core.Anatomy.Summary;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Shells;
using DebugDeck.Core.Targets;
using DebugDeck.Core.Text;
using DebugDeck.Tui.Pictures;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Screens;

/// <summary>What stands in the cells of the inventory.</summary>
internal static class InventoryCells
{
    public static TextRun Of(DeckState state, Target target, InventoryColumn column)
    {
        var run = column.Sort switch
        {
            SortColumn.Host => VisibleText.Escape(target.Host),
            SortColumn.Namespace => target.Container is null ? new TextRun("-", Tone.Dim) : VisibleText.Escape(target.Project ?? ""),
            // Looked at, and found with symptoms.
            SortColumn.Target when state.Ailing.Contains(TargetKey.Of(target)) => new TextRun($"! {TargetText.Fit(target, Math.Max(1, column.Width - 2))}", Tone.Bad),
            SortColumn.Target => TargetText.Fit(target, column.Width),
            SortColumn.Image => new TextRun(ImageText.Fit(VisibleText.Escape(target.Image), column.Width), Tone.Dim),
            SortColumn.State => State(target),
            SortColumn.Restarts => Restarts(target),
            SortColumn.Age => Age(target, state.Now),
            SortColumn.Shell => Shell(state.ShellOf(target).Verdict),
            SortColumn.Family => Base(state.BaseOf(target), static known => known.Family),
            SortColumn.Libc => Base(state.BaseOf(target), static known => known.Libc),
            SortColumn.User => User(target),
            _ => new TextRun(""),
        };
        // What is shown of a lost host is how it was last seen.
        return state.Host(target.Host)?.Status.State == HostState.Unreachable || target.IsDebugContainer ? run with { Tone = Tone.Dim } : run;
    }

    public static TextRun State(Target target) => new(StateWords.Of(target), target.State switch
    {
        ContainerState.Running => target.Health switch
        {
            ContainerHealth.Unhealthy => Tone.Bad,
            ContainerHealth.Starting => Tone.Warn,
            _ => Tone.Good,
        },
        ContainerState.Exited => target.ExitCode is null or 0 ? Tone.Dim : Tone.Bad,
        ContainerState.Restarting or ContainerState.Dead => Tone.Bad,
        ContainerState.Created or ContainerState.Unknown => Tone.Dim,
        _ => Tone.Warn,
    });

    public static TextRun Shell(ShellVerdict verdict) => verdict switch
    {
        ShellVerdict.Yes => "yes",
        ShellVerdict.No => new TextRun("no", Tone.Accent),
        ShellVerdict.LikelyNo => new TextRun("likely no", Tone.Accent),
        _ => new TextRun("?", Tone.Dim),
    };

    // An os-release may name a family that nobody knows.
    private static TextRun Base(BaseSummary known, Func<BaseSummary, string> what) =>
        new(VisibleText.Escape(what(known)), known.IsSeen && what(known) != AnatomyRow.Unknown ? Tone.Normal : Tone.Dim);

    private static TextRun Restarts(Target target) =>
        new(target.Restarts.ToString(CultureInfo.InvariantCulture), target.Restarts == 0 ? Tone.Dim : Tone.Warn);

    private static TextRun Age(Target target, DateTimeOffset now) =>
        (target.CreatedAt ?? target.StartedAt) is { } since ? Duration.Format(now - since) : new TextRun("-", Tone.Dim);

    private static TextRun User(Target target) =>
        target.User.Length == 0 ? new TextRun("default", Tone.Dim) : VisibleText.Escape(target.User);
}
