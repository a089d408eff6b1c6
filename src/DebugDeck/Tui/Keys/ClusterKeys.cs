using DebugDeck.Core.Hosts;
using DebugDeck.Core.Targets;
using DebugDeck.Tui.Messages;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Keys;

/// <summary>The keys that are about clusters: which one, which part of it, and what its containers have.</summary>
internal static class ClusterKeys
{
    public static IReadOnlyList<DeckCommand> Commands { get; } =
    [
        new("namespaces", KeyScope.Inventory, ["n"], "namespace", "choose the cluster's namespace from a list; a,b takes several", state => new PickMessage.NamespacesAsked(Cluster(state)!.Info.Name))
            { Unavailable = NoCluster, FootRank = 10 },
        new("namespaces.all", KeyScope.Inventory, ["0"], "all namespaces", "all namespaces of the cluster", state => new PickMessage.AllAsked(Cluster(state)!.Info.Name))
            { Unavailable = AllOfThem },
        new("contexts", KeyScope.Inventory, ["x"], "context", "switch to another cluster of the kubeconfig, or show it beside the others", _ => new PickMessage.ContextsAsked())
            { Unavailable = NoContexts, FootRank = 11 },
        new("probe", KeyScope.Inventory | KeyScope.Details, ["t"], "try shell", "find out whether a pod's container has a shell by starting one in it that ends at once", state => new DetailsMessage.ProbeAsked(state.SubjectKey!.Value))
            { Unavailable = NoProbe, FootRank = 12 },
        new("details.evidence", KeyScope.Details, ["e"], "evidence", "show what everything in the anatomy rests on, or only what was found", _ => new DetailsMessage.EvidenceTurned()) { FootRank = 4 },
        new("details.again", KeyScope.Details, ["r"], "refresh", "ask the host again, while details are shown", _ => new DetailsMessage.AgainAsked()) { FootRank = 7 },
        new("pick.choose", KeyScope.Pick, ["Enter"], "choose", "take the selected entry, or what was typed", _ => new PromptMessage.Accepted()) { FootRank = 1 },
        new("pick.leave", KeyScope.Pick, ["Esc"], "back", "leave everything as it is", _ => new PromptMessage.Abandoned()) { FootRank = 2 },
        new("pick.up", KeyScope.Pick, ["Up"], "up", "move in the list while typing", _ => new MoveMessage.Moved(Motion.Up)),
        new("pick.down", KeyScope.Pick, ["Down"], "down", "move in the list while typing", _ => new MoveMessage.Moved(Motion.Down)),
        new("pick.beside", KeyScope.Pick, ["Tab"], "beside", "show the context beside the others, or take it away", _ => new PickMessage.Toggled())
            { Unavailable = state => state.Page is PickPage { Kind: PickKind.Contexts } ? null : "several namespaces are typed: a,b", FootRank = 3 },
    ];

    public static string? SortByNamespace(DeckState state) => state.Inventory.LongestNamespace == 0 ? "none of these has a namespace" : null;

    // The selected container's cluster, else the first there is.
    private static HostEntry? Cluster(DeckState state) =>
        state.Subject is { } target && state.Host(target.Host) is { Scope: not null } host ? host : state.Hosts.FirstOrDefault(one => one.Scope is not null);

    private static string? NoCluster(DeckState state) => Cluster(state) is null ? "no cluster is among the hosts: --context names one" : null;

    private static string? AllOfThem(DeckState state) => NoCluster(state) ?? (Cluster(state)!.Scope!.IsAll ? "these are all namespaces already" : null);

    private static string? NoContexts(DeckState state) => state.Contexts.Length switch
    {
        0 => "there is no kubeconfig to take a context from",
        1 when state.Hosts.Any(host => host.Info.Kind == HostKind.Kubernetes) => "the kubeconfig has no other context",
        _ => null,
    };

    private static string? NoProbe(DeckState state) => state.Subject switch
    {
        null => "no container is selected",
        { Container: null } target => $"{target.Name}'s files are looked at from outside: nothing has to be started in it",
        { State: not ContainerState.Running } target => $"{target.Name} does not run, so nothing can be started in it",
        _ => null,
    };
}
