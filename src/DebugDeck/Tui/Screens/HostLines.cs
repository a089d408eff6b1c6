using DebugDeck.Core.Hosts;
using DebugDeck.Core.Text;
using DebugDeck.Tui.Pictures;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Screens;

/// <summary>The hosts that are not there, or not all there: one line each, with the reason.</summary>
internal static class HostLines
{
    public static int Count(DeckState state) => state.Hosts.Count(IsShown);

    public static LinesPicture Draw(DeckState state) => new([.. state.Hosts.Where(IsShown).Select(Line)]);

    private static bool IsShown(HostEntry host) => host.Status is not { State: HostState.Ready, Reason: null };

    private static StyledLine Line(HostEntry host)
    {
        var name = VisibleText.Escape(host.Info.Name);
        if (host.Status.State == HostState.Ready)
        {
            return StyledLine.Of(new TextRun("● ", Tone.Warn), new TextRun($"{name}  {VisibleText.Escape(host.Status.Reason ?? "")}", Tone.Dim));
        }

        return host.Status.State == HostState.Connecting
            ? StyledLine.Of(new TextRun($"○ {name}  ", Tone.Dim), new TextRun(VisibleText.Escape(host.Status.Reason ?? $"asking {host.Info.Endpoint}"), host.Status.Reason is null ? Tone.Dim : Tone.Warn))
            : StyledLine.Of(new TextRun("○ ", Tone.Bad), new TextRun($"{name}  {VisibleText.Escape(host.Status.Reason ?? "does not answer")}", Tone.Dim));
    }
}
