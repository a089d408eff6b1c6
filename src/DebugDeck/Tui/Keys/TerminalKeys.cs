using Terminal.Gui.Drivers;
using Terminal.Gui.Input;

namespace DebugDeck.Tui.Keys;

/// <summary>What the table of keys calls the keys that Terminal.Gui reports.</summary>
internal static class TerminalKeys
{
    private static readonly Dictionary<KeyCode, string> Names = new()
    {
        [KeyCode.Enter] = "Enter",
        [KeyCode.Esc] = "Esc",
        [KeyCode.Backspace] = "Backspace",
        [KeyCode.Tab] = "Tab",
        [KeyCode.Space] = "Space",
        [KeyCode.CursorUp] = "Up",
        [KeyCode.CursorDown] = "Down",
        [KeyCode.CursorLeft] = "Left",
        [KeyCode.CursorRight] = "Right",
        [KeyCode.PageUp] = "PageUp",
        [KeyCode.PageDown] = "PageDown",
        [KeyCode.Home] = "Home",
        [KeyCode.End] = "End",
        [KeyCode.C | KeyCode.CtrlMask] = "Ctrl+C",
    };

    /// <summary>The name; null for a key that the table cannot know.</summary>
    public static string? Name(Key key)
    {
        if (Names.TryGetValue(key.KeyCode, out var name))
        {
            return name;
        }

        return key.IsCtrl || key.IsAlt || key.AsGrapheme is not { Length: > 0 } grapheme ? null : grapheme;
    }

    /// <summary>The key for a name, the other way round.</summary>
    public static Key Key(string name)
    {
        foreach (var (code, known) in Names)
        {
            if (known == name)
            {
                return new Key(code);
            }
        }

        return new Key(name[0]);
    }
}
