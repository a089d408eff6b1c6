using DebugDeck.Core.Files;
using DebugDeck.Tui.Messages;
using DebugDeck.Tui.Screens;

namespace DebugDeck.Tui.State;

/// <summary>What concerns the file page.</summary>
internal static class FilesReducer
{
    private static readonly IComparer<FileEntry> Order = Comparer<FileEntry>.Create(static (a, b) =>
    {
        var directoriesFirst = (b.Kind == FileKind.Directory).CompareTo(a.Kind == FileKind.Directory);
        return directoriesFirst != 0 ? directoriesFirst : string.CompareOrdinal(a.Name, b.Name);
    });

    public static DeckState Reduce(DeckState state, FilesMessage message) => message switch
    {
        FilesMessage.Asked m => state.Open(id => new FilesPage(id, m.Target)),
        FilesMessage.Arrived m => state.Edit<FilesPage>(m.Page, page => page.Round == m.Round ? Add(state, page, m.Entries) : page),
        FilesMessage.Listed m => state.Edit<FilesPage>(m.Page, page => page.Round == m.Round ? page with { IsComplete = true, Problem = m.Problem, Wanted = null } : page),
        FilesMessage.Entered => state.EditVisible<FilesPage>(page => page.Selected is { } entry ? Go(page, entry.Path, wanted: null) : page),
        FilesMessage.Left => state.EditVisible<FilesPage>(page => page.Path == "/" ? page : Go(page, Parent(page.Path), wanted: page.Path)),
        _ => state,
    };

    /// <summary>Opens the directory of a file, with the file selected once it arrives.</summary>
    public static DeckState OpenAt(DeckState state, TargetKey target, string path) => state.Open(id => new FilesPage(id, target) { Path = Parent(path), Wanted = path });

    private static FilesPage Go(FilesPage page, string path, string? wanted) => page with
    {
        Path = path,
        Entries = [],
        IsComplete = false,
        Problem = null,
        Position = default,
        Wanted = wanted,
        Round = page.Round + 1,
    };

    // Entries arrive in any order, often one at a time, and the user may be moving about meanwhile: the selection stays on its entry.
    private static FilesPage Add(DeckState state, FilesPage page, IReadOnlyList<FileEntry> arrived)
    {
        var wanted = page.Wanted ?? (page.Position.Selected > 0 ? page.Selected?.Path : null);
        var entries = page.Entries;
        foreach (var entry in arrived)
        {
            var at = entries.BinarySearch(entry, Order);
            entries = at < 0 ? entries.Insert(~at, entry) : entries.SetItem(at, entry);
        }

        var selected = wanted is null ? 0 : entries.FindIndex(entry => entry.Path == wanted);
        return page with
        {
            Entries = entries,
            Position = page.Position.Select(selected < 0 ? page.Position.Selected : selected, entries.Count, InventoryScreen.RowCount(state)),
        };
    }

    private static string Parent(string path) => path.LastIndexOf('/') is > 0 and var slash ? path[..slash] : "/";
}
