using System.Globalization;
using System.Text;

namespace DebugDeck.Terminal;

/// <summary>
/// Reads along what a remote program writes and remembers which modes of the terminal it has switched on. Only those are undone: leaving an alternate
/// screen that was never entered would move the cursor of some terminals.
/// </summary>
internal sealed class ModeTracker
{
    private const int LongestSequence = 64;

    // What is worth undoing: application cursor keys, mouse (X10, VT200, buttons, any, focus, encodings), alternate screens, bracketed paste, synchronized output.
    private static readonly int[] UndoneByReset = [1, 9, 1000, 1001, 1002, 1003, 1004, 1005, 1006, 1015, 1016, 47, 1047, 1049, 2004, 2026];

    // What is on in a terminal at rest: automatic wrap, the cursor.
    private static readonly int[] UndoneBySet = [7, 25];

    private readonly SortedSet<int> _on = [];
    private readonly SortedSet<int> _off = [];
    private readonly StringBuilder _sequence = new();
    private State _state;
    private bool _keypad;
    private bool _style;
    private bool _region;
    private bool _cursorShape;
    private bool _otherKeys;
    private bool _lineDrawing;
    private int _keyboards;

    private enum State
    {
        Text,
        Escape,
        Control,
        Charset,
    }

    public void Feed(ReadOnlySpan<byte> written)
    {
        foreach (var value in written)
        {
            Feed(value);
        }
    }

    /// <summary>What switches everything back that is still on; empty if the remote program left nothing behind.</summary>
    public byte[] Undo()
    {
        var undo = new StringBuilder();
        // A cut sequence would swallow the first of ours: CAN ends it.
        Append(undo, _state != State.Text, "\x18");
        foreach (var mode in UndoneByReset.Where(_on.Contains))
        {
            undo.Append(CultureInfo.InvariantCulture, $"\e[?{mode}l");
        }

        foreach (var mode in UndoneBySet.Where(_off.Contains))
        {
            undo.Append(CultureInfo.InvariantCulture, $"\e[?{mode}h");
        }

        Append(undo, _keypad, "\e>");
        Append(undo, _region, "\e7\e[r\e8");
        Append(undo, _lineDrawing, "\x0f\e(B");
        Append(undo, _cursorShape, "\e[0 q");
        Append(undo, _otherKeys, "\e[>4;0m");
        Append(undo, _style, "\e[0m");
        for (; _keyboards > 0; _keyboards--)
        {
            undo.Append("\e[<u");
        }

        return Encoding.ASCII.GetBytes(undo.ToString());
    }

    private static void Append(StringBuilder undo, bool needed, string sequence)
    {
        if (needed)
        {
            undo.Append(sequence);
        }
    }

    private void Feed(byte value)
    {
        switch (_state)
        {
            case State.Charset:
                _lineDrawing = value == '0';
                _state = State.Text;
                return;
            case State.Escape:
                Escape(value);
                return;
            case State.Control when value is >= 0x20 and < 0x40:
                _sequence.Append((char)value);
                _state = _sequence.Length > LongestSequence ? State.Text : State.Control;
                return;
            case State.Control when value is >= 0x40 and < 0x7f:
                Control((char)value, _sequence.ToString());
                _state = State.Text;
                return;
        }

        _state = value == 0x1b ? State.Escape : value is 0x18 or 0x1a ? State.Text : _state;
        _lineDrawing = value switch { 0x0e => true, 0x0f => false, _ => _lineDrawing };
    }

    private void Escape(byte value)
    {
        _sequence.Clear();
        (_state, _keypad) = value switch
        {
            (byte)'[' => (State.Control, _keypad),
            (byte)'(' => (State.Charset, _keypad),
            (byte)'=' => (State.Text, true),
            (byte)'>' => (State.Text, false),
            0x1b => (State.Escape, _keypad),
            _ => (State.Text, _keypad),
        };
        if (value == 'c')
        {
            Forget();
        }
    }

    private void Control(char final, string parameters)
    {
        switch (final)
        {
            case 'h' or 'l' when parameters.StartsWith('?'):
                Private(parameters[1..], final == 'h');
                break;
            case 'm' when parameters.StartsWith(">4", StringComparison.Ordinal):
                _otherKeys = parameters is not (">4" or ">4;0");
                break;
            case 'm':
                _style = parameters is not ("" or "0");
                break;
            case 'r' when !parameters.StartsWith('?'):
                _region = parameters.Length > 0;
                break;
            case 'q' when parameters.EndsWith(' '):
                _cursorShape = parameters is not (" " or "0 ");
                break;
            case 'u' when parameters.StartsWith('>'):
                _keyboards++;
                break;
            case 'u' when parameters.StartsWith('<'):
                _keyboards = Math.Max(0, _keyboards - 1);
                break;
        }
    }

    private void Private(string modes, bool set)
    {
        foreach (var text in modes.Split(';'))
        {
            if (int.TryParse(text, CultureInfo.InvariantCulture, out var mode))
            {
                (set ? _on : _off).Add(mode);
                (set ? _off : _on).Remove(mode);
            }
        }
    }

    private void Forget()
    {
        _on.Clear();
        _off.Clear();
        _keypad = _style = _region = _cursorShape = _otherKeys = _lineDrawing = false;
        _keyboards = 0;
    }
}
