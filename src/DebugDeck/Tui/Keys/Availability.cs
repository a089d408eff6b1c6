using DebugDeck.Core.Hosts;
using DebugDeck.Core.Targets;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Keys;

/// <summary>Why something cannot be done now; null if it can.</summary>
internal static class Availability
{
    public static string? Details(DeckState state) => state.Subject is null ? NoTarget(state) : null;

    public static string? Logs(DeckState state) => Reach(state) ?? state.Subject switch
    {
        { State: ContainerState.Created } target => $"{target.Name} has never run, so it has no log",
        _ => null,
    };

    public static string? Files(DeckState state) => Reach(state) ?? Gone(state);

    public static string? Shell(DeckState state) => Reach(state) ?? Gone(state) ?? state.Subject switch
    {
        { IsDebugContainer: true } target => $"{target.Name} is a debug container itself",
        _ => null,
    };

    public static string? PreviousLog(DeckState state) => state.Subject switch
    {
        null => NoTarget(state),
        { Restarts: 0, FinishedAt: null, ExitCode: null } target => $"{target.Name} has not ended before, so there is no previous run",
        _ => null,
    };

    public static string? Match(DeckState state) => state.Page is LogsPage { Search.Length: > 0 } ? null : "there is nothing to look for yet: / searches";

    public static string? Shift(DeckState state) => state.Page is LogsPage { Wrap: true } ? "long lines are wrapped: w unwraps them" : null;

    public static string? FileChosen(DeckState state) => state.Page is FilesPage { Selected: null } page
        ? page.IsComplete ? "the directory is empty" : "the directory is still being read"
        : null;

    public static string? Above(DeckState state) => state.Page is FilesPage { Path: "/" } ? "this is the top" : null;

    public static string? Confirm(DeckState state) => state.Page switch
    {
        PlanPage { IsStarting: true } => "the shell is already being opened",
        PlanPage { Plan: null, Problem: { } problem } => $"no shell can be opened: {problem.Message}",
        PlanPage { Plan: null } => "the plan is not ready yet",
        PlanPage { Plan.IsPossible: false } => "no way leads in: the page says what to ask for",
        _ => null,
    };

    public static string? ClearFilter(DeckState state) => state.Inventory.Filter.Length == 0 ? "this is the first screen: q quits" : null;

    public static string? SortByHost(DeckState state) => state.Inventory.HostCount < 2 ? "all of these are on one host" : null;

    private static string? Reach(DeckState state) => state.Subject is not { } target
        ? NoTarget(state)
        : state.Host(target.Host)?.Status is { State: HostState.Unreachable } status
            ? $"{target.Host} does not answer: {status.Reason}"
            : null;

    private static string? Gone(DeckState state) => state.Subject is { State: ContainerState.Removing } target ? $"{target.Name} is being removed" : null;

    private static string NoTarget(DeckState state) => state.Page is TargetPage ? "this container is gone" : "no container is selected";
}
