using DebugDeck.Tui.Pictures;
using Terminal.Gui.Drawing;
using Attribute = Terminal.Gui.Drawing.Attribute;

namespace DebugDeck.Tui.Cells;

/// <summary>
/// What tones look like. The background is always the terminal's own, and colours are of middle lightness, so that the screens read on dark and on
/// light terminals alike; every tone that matters also differs by its words.
/// </summary>
internal sealed class Palette
{
    private readonly Dictionary<Tone, Attribute> _tones;

    private Palette(ColorTier tier, Dictionary<Tone, Attribute> tones)
    {
        Tier = tier;
        _tones = tones;
    }

    public ColorTier Tier { get; }

    /// <summary>The selected row: reversed, whatever the tones in it.</summary>
    public static Attribute Selected { get; } = Plain(TextStyle.Reverse);

    public Attribute this[Tone tone] => _tones[tone];

    /// <summary>For Terminal.Gui's own views, the text fields.</summary>
    public static Scheme Scheme { get; } = new(Plain(TextStyle.None))
    {
        Normal = Plain(TextStyle.None),
        HotNormal = Plain(TextStyle.None),
        Focus = Plain(TextStyle.None),
        HotFocus = Plain(TextStyle.None),
        Active = Plain(TextStyle.Reverse),
        HotActive = Plain(TextStyle.Reverse),
        Highlight = Plain(TextStyle.Reverse),
        Editable = Plain(TextStyle.Underline),
        ReadOnly = Plain(TextStyle.None),
        Disabled = Plain(TextStyle.None),
    };

    public static Palette For(ColorTier tier) => new(tier, tier switch
    {
        ColorTier.Mono => Mono(),
        ColorTier.Ansi => Colored(new(ColorName16.Green), new(ColorName16.Yellow), new(ColorName16.Red), new(ColorName16.Cyan), new(ColorName16.DarkGray), new(ColorName16.Magenta)),
        _ => Colored(new(0x2e, 0x9e, 0x4f), new(0xb8, 0x86, 0x0b), new(0xe0, 0x41, 0x3a), new(0x2a, 0x8f, 0xd8), new(0x80, 0x80, 0x80), new(0xc7, 0x7a, 0x30)),
    });

    private static Dictionary<Tone, Attribute> Mono() => new()
    {
        [Tone.Normal] = Plain(TextStyle.None),
        [Tone.Dim] = Plain(TextStyle.None),
        [Tone.Strong] = Plain(TextStyle.Bold),
        [Tone.Good] = Plain(TextStyle.None),
        [Tone.Warn] = Plain(TextStyle.Bold),
        [Tone.Bad] = Plain(TextStyle.Bold | TextStyle.Underline),
        [Tone.Key] = Plain(TextStyle.Bold),
        [Tone.Accent] = Plain(TextStyle.Bold),
        [Tone.Head] = Plain(TextStyle.Bold),
        [Tone.Match] = Plain(TextStyle.Underline),
        [Tone.CurrentMatch] = Plain(TextStyle.Reverse),
        [Tone.ErrorOutput] = Plain(TextStyle.Bold),
    };

    private static Dictionary<Tone, Attribute> Colored(Color good, Color warn, Color bad, Color accent, Color dim, Color errorOutput) => new()
    {
        [Tone.Normal] = Plain(TextStyle.None),
        [Tone.Dim] = In(dim),
        [Tone.Strong] = Plain(TextStyle.Bold),
        [Tone.Good] = In(good),
        [Tone.Warn] = In(warn),
        [Tone.Bad] = In(bad, TextStyle.Bold),
        [Tone.Key] = In(accent, TextStyle.Bold),
        [Tone.Accent] = In(accent),
        [Tone.Head] = In(dim, TextStyle.Bold),
        [Tone.Match] = In(warn, TextStyle.Reverse),
        [Tone.CurrentMatch] = In(accent, TextStyle.Reverse | TextStyle.Bold),
        [Tone.ErrorOutput] = In(errorOutput),
    };

    private static Attribute Plain(TextStyle style) => In(Color.None, style);

    private static Attribute In(Color color, TextStyle style = TextStyle.None) => new(color, Color.None, style);
}
