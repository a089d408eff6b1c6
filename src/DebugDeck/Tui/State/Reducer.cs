using DebugDeck.Tui.Messages;

namespace DebugDeck.Tui.State;

/// <summary>The state after a message. Pure: no clock, no host, no terminal.</summary>
internal static class Reducer
{
    public static DeckState Reduce(DeckState state, Message message) => message switch
    {
        HostMessage m => HostReducer.Reduce(state, m),
        MoveMessage m => MoveReducer.Reduce(state, m),
        InventoryMessage m => InventoryReducer.Reduce(state, m),
        PromptMessage m => PromptReducer.Reduce(state, m),
        LogsMessage m => LogsReducer.Reduce(state, m),
        FilesMessage m => FilesReducer.Reduce(state, m),
        CopyMessage m => CopyReducer.Reduce(state, m),
        PickMessage m => PickReducer.Reduce(state, m),
        DetailsMessage m => DetailsReducer.Reduce(state, m),
        PlanMessage m => PlanReducer.Reduce(state, m),
        RunMessage m => RunReducer.Reduce(state, m),
        DeckMessage m => DeckReducer.Reduce(state, m),
        _ => throw new ArgumentException($"no reducer for {message.GetType().Name}", nameof(message)),
    };

    /// <summary>Puts right what depends on several messages at once; done once for a burst of them.</summary>
    public static DeckState Settle(DeckState state) => InventoryReducer.Settle(state);
}
