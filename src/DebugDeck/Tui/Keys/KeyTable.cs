using DebugDeck.Tui.Messages;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Keys;

/// <summary>The one table of keys: the foot line, the page of all keys, the README and the tests read it.</summary>
internal static class KeyTable
{
    private const KeyScope Targets = KeyScope.Inventory | KeyScope.Details | KeyScope.Runs;

    public static IReadOnlyList<DeckCommand> Commands { get; } =
    [
        .. Inventory(), .. ClusterKeys.Commands, .. SortKeys.Commands, .. Logs(), .. Files(), .. Plan(), .. RunKeys.Commands, .. Prompts(), .. RunKeys.Prompts, .. Everywhere(),
    ];

    /// <summary>What a key means at a place; null if nothing.</summary>
    public static DeckCommand? Find(KeyScope scope, string key) =>
        Commands.FirstOrDefault(command => command.Scope.HasFlag(scope) && command.Keys.Contains(key));

    private static IEnumerable<DeckCommand> Inventory() =>
    [
        new("details", KeyScope.Inventory, ["Enter"], "details", "everything known about the selected container", state => new InventoryMessage.DetailsAsked(state.SubjectKey!.Value))
            { Unavailable = Availability.Details, FootRank = 5 },
        new("shell", Targets, ["s"], "shell", "open a shell beside the container; shows first what will be done", state => new PlanMessage.Asked(state.SubjectKey!.Value))
            { Unavailable = Availability.Shell, FootRank = 1 },
        new("logs", Targets, ["l"], "logs", "read the container's log", state => new LogsMessage.Asked(state.SubjectKey!.Value))
            { Unavailable = Availability.Logs, FootRank = 4 },
        new("files", Targets, ["c"], "copy", "browse the container's files and copy them out", state => new FilesMessage.Asked(state.SubjectKey!.Value))
            { Unavailable = Availability.Files, FootRank = 6 },
        new("filter", KeyScope.Inventory, ["/"], "filter", "show only what matches, by name, image, state or project", _ => new PromptMessage.Opened(PromptKind.Filter))
            { FootRank = 7 },
        new("filter.clear", KeyScope.Inventory, ["Esc"], "all", "show everything again", _ => new InventoryMessage.FilterCleared())
            { Unavailable = Availability.ClearFilter },
        new("refresh", KeyScope.Inventory, ["r"], "refresh", "look at every host and every shell again", _ => new HostMessage.RefreshAsked())
            { FootRank = 9 },
    ];

    private static IEnumerable<DeckCommand> Logs() =>
    [
        new("logs.follow", KeyScope.Logs, ["f"], "follow", "stay at the end as lines arrive, or stand still", _ => new LogsMessage.FollowTurned()) { FootRank = 1 },
        new("logs.search", KeyScope.Logs, ["/"], "search", "look for a text", _ => new PromptMessage.Opened(PromptKind.Search)) { FootRank = 2 },
        new("logs.next", KeyScope.Logs, ["n"], "next", "the next match", _ => new LogsMessage.MatchMoved(1)) { Unavailable = Availability.Match, FootRank = 7 },
        new("logs.back", KeyScope.Logs, ["N"], "before", "the match before", _ => new LogsMessage.MatchMoved(-1)) { Unavailable = Availability.Match },
        new("logs.wrap", KeyScope.Logs, ["w"], "wrap", "wrap long lines, or cut them", _ => new LogsMessage.WrapTurned()) { FootRank = 4 },
        new("logs.timestamps", KeyScope.Logs, ["t"], "times", "show when each line was written", _ => new LogsMessage.TimestampsTurned()) { FootRank = 5 },
        new("logs.previous", KeyScope.Logs, ["p"], "previous", "the run before the present one, and back", _ => new LogsMessage.PreviousTurned())
            { Unavailable = Availability.PreviousLog, FootRank = 3 },
        new("logs.left", KeyScope.Logs, ["Left"], "left", "to the left, while long lines are cut", _ => new LogsMessage.Shifted(-8)) { Unavailable = Availability.Shift },
        new("logs.right", KeyScope.Logs, ["Right"], "right", "to the right, while long lines are cut", _ => new LogsMessage.Shifted(8)) { Unavailable = Availability.Shift },
    ];

    private static IEnumerable<DeckCommand> Files() =>
    [
        new("files.open", KeyScope.Files, ["Enter", "Right"], "open", "into the directory; copy a file", FileIntents.Open) { Unavailable = Availability.FileChosen, FootRank = 2 },
        new("files.copy", KeyScope.Files, ["c"], "copy", "copy the selected file or directory to this machine", _ => new PromptMessage.Opened(PromptKind.Destination))
            { Unavailable = Availability.FileChosen, FootRank = 1 },
        new("files.above", KeyScope.Files, ["Backspace", "Left"], "up", "to the directory above", _ => new FilesMessage.Left()) { Unavailable = Availability.Above, FootRank = 3 },
        new("copy.cancel", KeyScope.Copying, ["Esc", "q"], "cancel", "cancel the copy; nothing is left behind", _ => new CopyMessage.CancelAsked()) { FootRank = 1 },
        new("copy.back", KeyScope.Copied, ["Enter"], "back", "back to the files", _ => new DeckMessage.Closed()),
    ];

    private static IEnumerable<DeckCommand> Plan() =>
    [
        new("plan.confirm", KeyScope.Plan, ["Enter"], "open the shell", "do what the plan says and go into the shell", _ => new PlanMessage.Confirmed())
            { Unavailable = Availability.Confirm, FootRank = 1 },
    ];

    private static IEnumerable<DeckCommand> Prompts() =>
    [
        new("filter.keep", KeyScope.Filter, ["Enter"], "keep", "keep the filter and go back to the list", _ => new PromptMessage.Accepted()) { FootRank = 1 },
        new("filter.drop", KeyScope.Filter, ["Esc"], "all", "show everything again", _ => new PromptMessage.Abandoned()) { FootRank = 2 },
        new("search.keep", KeyScope.Search, ["Enter"], "keep", "keep the search; n and N go from match to match", _ => new PromptMessage.Accepted()) { FootRank = 1 },
        new("search.drop", KeyScope.Search, ["Esc"], "end search", "end the search", _ => new PromptMessage.Abandoned()) { FootRank = 2 },
        new("copy.start", KeyScope.Destination, ["Enter"], "copy", "copy to the path that was typed", _ => new PromptMessage.Accepted()) { FootRank = 1 },
        new("copy.forget", KeyScope.Destination, ["Esc"], "do not copy", "copy nothing", _ => new PromptMessage.Abandoned()) { FootRank = 2 },
        new("prompt.up", KeyScope.Filter, ["Up"], "up", "move in the list while typing", _ => new MoveMessage.Moved(Motion.Up)),
        new("prompt.down", KeyScope.Filter, ["Down"], "down", "move in the list while typing", _ => new MoveMessage.Moved(Motion.Down)),
    ];

    private static IEnumerable<DeckCommand> Everywhere() =>
    [
        Move("up", ["Up", "k"], "one up", Motion.Up),
        Move("down", ["Down", "j"], "one down", Motion.Down),
        Move("page.up", ["PageUp"], "a page up", Motion.PageUp),
        Move("page.down", ["PageDown", "Space"], "a page down", Motion.PageDown),
        Move("home", ["Home", "g"], "to the start", Motion.Home),
        Move("end", ["End", "G"], "to the end; a log then follows", Motion.End),
        new("help", KeyScope.Screens & ~KeyScope.Help, ["?"], "keys", "all keys, on one page", _ => new DeckMessage.HelpAsked()) { FootRank = 2 },
        new("back", KeyScope.Pages & ~KeyScope.Copying, ["q", "Esc"], "back", "back to the screen before", _ => new DeckMessage.Closed()) { FootRank = 1 },
        new("quit", KeyScope.Inventory, ["q"], "quit", "leave DebugDeck; nothing is stopped by that", _ => new DeckMessage.QuitAsked()) { FootRank = 3 },
        new("quit.now", KeyScope.Everywhere, ["Ctrl+C"], "quit", "leave DebugDeck from anywhere; a running copy is cancelled", _ => new DeckMessage.QuitAsked()),
    ];

    private static DeckCommand Move(string name, string[] keys, string help, Motion motion) =>
        new("move." + name, KeyScope.Screens & ~(KeyScope.Copying | KeyScope.Copied), keys, help, help, _ => new MoveMessage.Moved(motion));
}
