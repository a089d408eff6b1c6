using System.Collections.Immutable;
using DebugDeck.Core.Hosts;
using DebugDeck.Tui.Messages;

namespace DebugDeck.Tui.State;

/// <summary>Choosing namespaces and contexts.</summary>
internal static class PickReducer
{
    public static DeckState Reduce(DeckState state, PickMessage message) => message switch
    {
        PickMessage.NamespacesAsked m => Open(state, id => new PickPage(id, PickKind.Namespaces, m.Host) { Names = Known(state, m.Host) }),
        PickMessage.ContextsAsked => Open(state, id => new PickPage(id, PickKind.Contexts, "") { Names = state.Contexts, IsComplete = true }),
        PickMessage.AllAsked m => Look(state, m.Host, NamespaceScope.All),
        PickMessage.Listed m => Narrow(state.Edit<PickPage>(m.Page, page => page with { Names = Names(m.Choices), Remark = m.Choices.Reason, IsComplete = true })),
        PickMessage.Failed m => state.Edit<PickPage>(m.Page, page => page with { Remark = m.Problem.Message, IsComplete = true }),
        PickMessage.Toggled when state.Page is PickPage { Kind: PickKind.Contexts, Selected: { } name } => Toggle(state, name),
        _ => state,
    };

    /// <summary>What was typed narrows the list down.</summary>
    public static DeckState Filter(DeckState state, string text) =>
        Narrow(state with { Prompt = state.Prompt is { } prompt ? prompt with { Text = text } : null });

    public static DeckState Move(DeckState state, ListPosition position) => state.EditVisible<PickPage>(page => page with { Position = position });

    /// <summary>Enter: the selected entry, or what was typed where nothing matches or several are named (<c>a,b</c>).</summary>
    public static DeckState Choose(DeckState state)
    {
        if (state.Page is not PickPage page)
        {
            return state;
        }

        var typed = Words(page.Typed);
        if (page.Kind == PickKind.Contexts)
        {
            return page.Selected is { } context ? Switch(state.Close(), context) : state.Close();
        }

        var scope = typed.Length > 1 || page.Selected is null ? NamespaceScope.Of(typed) : page.Selected == PickPage.All ? NamespaceScope.All : NamespaceScope.Of(page.Selected);
        return scope.IsAll && page.Selected != PickPage.All ? state.Close() : Look(state.Close(), page.Host, scope);
    }

    private static DeckState Open(DeckState state, Func<int, PickPage> page) =>
        Narrow(state.Open(page) with { Prompt = new Prompt(PromptKind.Pick, "") });

    private static DeckState Narrow(DeckState state) => state.EditVisible<PickPage>(page =>
    {
        var text = (state.Prompt?.Text ?? "").Trim();
        var selected = page.Selected;
        ImmutableArray<string> shown =
        [
            .. page.Names
                .Where(name => name.Contains(text, StringComparison.OrdinalIgnoreCase))
                .OrderBy(name => text.Length == 0 ? 0 : name.Equals(text, StringComparison.OrdinalIgnoreCase) ? 0 : name.StartsWith(text, StringComparison.OrdinalIgnoreCase) ? 1 : 2),
        ];
        var at = text.Length == 0 && selected is not null ? Math.Max(0, shown.IndexOf(selected)) : 0;
        return page with { Shown = shown, Typed = text, Position = new ListPosition(at, 0) };
    });

    private static DeckState Look(DeckState state, string name, NamespaceScope scope) => state.Host(name) is { } host && !scope.Equals(host.Scope)
        ? state with { Hosts = state.Hosts.Replace(host, host with { Scope = scope, Status = HostStatus.Connecting }), Note = new Note($"{name}: looking at {scope}") }
        : state;

    // The other clusters leave, engines stay.
    private static DeckState Switch(DeckState state, string context) =>
        state.Hosts.Where(host => host.Info.Kind == HostKind.Kubernetes && host.Info.Name != context).Aggregate(Join(state, context), (rest, host) => Leave(rest, host.Info.Name));

    private static DeckState Toggle(DeckState state, string context) => state.Host(context) is null ? Join(state, context) : Leave(state, context);

    private static DeckState Join(DeckState state, string context) => state.Host(context) is not null
        ? state
        : state with { Hosts = state.Hosts.Add(new HostEntry(new HostInfo(context, HostKind.Kubernetes, "", "kubeconfig"), HostStatus.Connecting)) };

    private static DeckState Leave(DeckState state, string name)
    {
        var gone = state.Targets.Keys.Where(key => key.Host == name).ToArray();
        return state with
        {
            Hosts = state.Hosts.RemoveAll(host => host.Info.Name == name),
            Targets = state.Targets.RemoveRange(gone),
            Shells = state.Shells.RemoveRange(gone),
            Unexamined = state.Unexamined.Except(gone),
            Inventory = state.Inventory with { IsStale = true },
        };
    }

    private static ImmutableArray<string> Names(NamespaceChoices choices) => choices.MayListAll ? [PickPage.All, .. choices.Names] : [.. choices.Names];

    // Until the host has answered: what is seen anyway.
    private static ImmutableArray<string> Known(DeckState state, string host) =>
    [
        PickPage.All,
        .. state.Targets.Values.Where(target => target.Host == host).Select(target => target.Project).OfType<string>().Distinct().Order(StringComparer.Ordinal),
    ];

    private static string[] Words(string text) => text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
}
