using System.Drawing;
using DebugDeck.Tui.Screens;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Pictures;

/// <summary>Where things are on a screen; whatever there is no room for has no height.</summary>
internal sealed record DeckLayout
{
    /// <summary>From this width on, details stand beside the table.</summary>
    public const int WideFrom = 130;

    /// <summary>Below this height whatever can gives way to the list.</summary>
    private const int LowBelow = 10;

    public required Rectangle Title { get; init; }

    public required Rectangle Hosts { get; init; }

    public required Rectangle Body { get; init; }

    public required Rectangle Side { get; init; }

    public required Rectangle Status { get; init; }

    public required Rectangle Foot { get; init; }

    /// <summary>The layout of a screen.</summary>
    public static DeckLayout Of(DeckState state)
    {
        var width = Math.Max(1, state.Size.Columns);
        var height = Math.Max(1, state.Size.Rows);
        var isLow = height < LowBelow;
        var title = height >= 5 ? 1 : 0;
        var hosts = isLow || state.Page is not null ? 0 : Math.Min(HostLines.Count(state), height / 4);
        var foot = height >= 4 ? 1 : 0;
        // A question must be answerable on any screen, and what is said must be read; an empty line is for tall ones.
        var status = !isLow || state.Prompt is not null || state.Note is not null ? 1 : 0;
        var body = Math.Max(0, height - title - hosts - status - foot);
        var side = state.Page switch
        {
            null when width >= WideFrom => Math.Min(64, width * 2 / 5),
            // A run is steps and what they say; on a narrow screen what they say is worth more.
            RunPage => Math.Max(0, width - RunScreen.StepsWidth(width) - 2),
            _ => 0,
        };
        var top = title + hosts;
        return new DeckLayout
        {
            Title = new Rectangle(0, 0, width, title),
            Hosts = new Rectangle(0, title, width, hosts),
            Body = new Rectangle(0, top, side > 0 ? width - side - 2 : width, body),
            Side = new Rectangle(width - side, top, side, body),
            Status = new Rectangle(0, top + body, width, status),
            Foot = new Rectangle(0, top + body + status, width, foot),
        };
    }
}
