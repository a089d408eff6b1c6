using System.Collections.Immutable;
using DebugDeck.Core.Targets;

namespace DebugDeck.Tui.State;

/// <summary>Which targets the inventory shows, and in which order.</summary>
internal static class InventoryOrder
{
    /// <summary>The rows of the inventory.</summary>
    public static ImmutableArray<TargetKey> Of(DeckState state)
    {
        var words = Words(state.Inventory.Filter);
        var shown = state.Targets.Values.Where(target => Matches(target, words)).ToArray();
        Array.Sort(shown, Comparer(state));
        return [.. shown.Select(TargetKey.Of)];
    }

    /// <summary>Each word must be somewhere in the name, image, state or project.</summary>
    public static bool Matches(Target target, string filter) => Matches(target, Words(filter));

    /// <summary>Whether the change of one target can change the rows; most changes of a busy host cannot, and sorting thousands of rows is not free.</summary>
    public static bool IsTouched(InventoryState inventory, Target? before, Target after)
    {
        if (before is null || before.Name != after.Name || before.Image != after.Image || before.Project != after.Project)
        {
            return true;
        }

        var filtersByState = inventory.Filter.Length > 0 && (before.State != after.State || before.Health != after.Health || before.ExitCode != after.ExitCode);
        return filtersByState || inventory.Sort switch
        {
            SortColumn.State => before.State != after.State || before.Health != after.Health || before.ExitCode != after.ExitCode,
            SortColumn.Restarts => before.Restarts != after.Restarts,
            SortColumn.Age => before.CreatedAt != after.CreatedAt || before.StartedAt != after.StartedAt,
            SortColumn.Shell => before.Shell != after.Shell,
            SortColumn.User => before.User != after.User,
            _ => false,
        };
    }

    private static string[] Words(string filter) => filter.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool Matches(Target target, string[] words) => Array.TrueForAll(words, word =>
        Has(target.Name, word) || Has(target.Image, word) || Has(StateWords.Of(target), word) || (target.Project is { } project && Has(project, word)) || (target.Container is { } container && Has(container, word)));

    private static bool Has(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static Comparison<Target> Comparer(DeckState state)
    {
        Comparison<Target> by = state.Inventory.Sort switch
        {
            SortColumn.Host => static (a, b) => string.CompareOrdinal(a.Host, b.Host),
            SortColumn.Namespace => static (a, b) => string.CompareOrdinal(a.Project, b.Project),
            SortColumn.Image => static (a, b) => string.CompareOrdinal(a.Image, b.Image),
            SortColumn.State => static (a, b) => StateWords.Urgency(a).CompareTo(StateWords.Urgency(b)),
            SortColumn.Restarts => static (a, b) => b.Restarts.CompareTo(a.Restarts),
            SortColumn.Age => static (a, b) => Nullable.Compare(b.CreatedAt ?? b.StartedAt, a.CreatedAt ?? a.StartedAt),
            SortColumn.Shell => (a, b) => state.ShellOf(a).Verdict.CompareTo(state.ShellOf(b).Verdict),
            SortColumn.Family => (a, b) => string.CompareOrdinal(state.BaseOf(a).FamilyId, state.BaseOf(b).FamilyId),
            SortColumn.Libc => (a, b) => string.CompareOrdinal(state.BaseOf(a).Libc, state.BaseOf(b).Libc),
            SortColumn.User => static (a, b) => string.CompareOrdinal(a.User, b.User),
            _ => static (a, b) => CompareNames(a, b),
        };
        var sign = state.Inventory.Descending ? -1 : 1;
        // Rows that compare equal keep a fixed order, or they would jump about while the host reports changes.
        return (a, b) => by(a, b) is not 0 and var order ? sign * order : CompareNames(a, b);
    }

    private static int CompareNames(Target a, Target b)
    {
        var byName = string.Compare(a.Name, b.Name, StringComparison.OrdinalIgnoreCase);
        return byName != 0 ? byName : string.CompareOrdinal(a.Host + "\n" + a.Id, b.Host + "\n" + b.Id);
    }
}
