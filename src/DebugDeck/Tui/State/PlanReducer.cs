using DebugDeck.Tui.Messages;

namespace DebugDeck.Tui.State;

/// <summary>What concerns the plan of a shell, and the shell itself.</summary>
internal static class PlanReducer
{
    public static DeckState Reduce(DeckState state, PlanMessage message) => message switch
    {
        PlanMessage.Asked m => state.Open(id => new PlanPage(id, m.Target, state.Toolbox)),
        PlanMessage.Made m => state.Edit<PlanPage>(m.Page, page => page with { Plan = m.Plan, Problem = null }),
        PlanMessage.Failed m => state.Edit<PlanPage>(m.Page, page => page with { Problem = m.Problem, IsStarting = false, Progress = "" }),
        PlanMessage.Confirmed => state.EditVisible<PlanPage>(page => page.Plan is not { IsPossible: true } || page.IsStarting
            ? page
            : page with { IsStarting = true, Problem = null, StartedAt = state.Now, Progress = "starting the debug container", Round = page.Round + 1 }),
        PlanMessage.Progressed m => state.Edit<PlanPage>(m.Page, page => page.IsStarting ? page with { Progress = m.Text } : page),
        // A session that becomes ready after its page was left must not take the terminal away from the user.
        PlanMessage.Ready m => state.Page is PlanPage { IsStarting: true } page && page.Id == m.Page
            ? state with { Handover = new Handover(m.Page, m.Target) }
            : state,
        PlanMessage.Returned m => Return(state, m.Note),
        _ => state,
    };

    private static DeckState Return(DeckState state, Note note)
    {
        var closed = state.Page is PlanPage page && page.Id == state.Handover?.Page ? state.Close() : state;
        return closed with { Handover = null, Note = note };
    }
}
