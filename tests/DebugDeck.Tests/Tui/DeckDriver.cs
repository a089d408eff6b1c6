using System.Drawing;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Targets;
using DebugDeck.Tui;
using DebugDeck.Tui.Cells;
using DebugDeck.Tui.Keys;
using DebugDeck.Tui.Messages;
using DebugDeck.Tui.State;
using Terminal.Gui.App;
using Terminal.Gui.Drawing;
using Terminal.Gui.Drivers;
using Terminal.Gui.Input;
using Terminal.Gui.Testing;
using Terminal.Gui.Time;
using Attribute = Terminal.Gui.Drawing.Attribute;

namespace DebugDeck.Tests.Tui;

/// <summary>The screens without a terminal: keys and messages in, text out. Nothing runs in the background, every step is explicit.</summary>
internal sealed class DeckDriver : IDisposable
{
    private readonly SessionToken? _token;
    private readonly DeckWindow _window;

    public DeckDriver(int columns = 80, int rows = 24, ColorTier tier = ColorTier.Rgb, params IReadOnlyList<HostInfo> hosts)
        : this(new DeckStore(DeckState.Start(hosts.Count > 0 ? hosts : [Sample.Docker], new TerminalSize(columns, rows), Sample.Now), TimeProvider.System), tier)
    {
    }

    /// <summary>The same store on another terminal, as after a shell.</summary>
    public DeckDriver(DeckStore store, ColorTier tier = ColorTier.Rgb)
    {
        Store = store;
        App = Application.Create(new VirtualTimeProvider()).Init(DriverRegistry.Names.ANSI);
        App.Driver!.SetScreenSize(store.State.Size.Columns, store.State.Size.Rows);
        _window = new DeckWindow(store, Palette.For(tier));
        _window.Attach(App);
        _token = App.Begin(_window);
        Step();
    }

    public IApplication App { get; }

    public DeckStore Store { get; }

    public DeckState State => Store.State;

    public Page? Page => State.Page;

    /// <summary>The screen as text, without blanks at the ends of lines.</summary>
    public string Screen => string.Join('\n', Lines);

    public string[] Lines => [.. App.Driver!.ToString()!.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(line => line.TrimEnd())];

    /// <summary>A ready host with these targets.</summary>
    public static DeckDriver With(IReadOnlyList<Target> targets, int columns = 80, int rows = 24, ColorTier tier = ColorTier.Rgb) =>
        new DeckDriver(columns, rows, tier).Tell(Ready("docker")).Tell(new HostMessage.Reported("docker", new InventoryChange.Snapshot(targets)));

    public static Message Ready(string host) => new HostMessage.Reported(host, new InventoryChange.HostChanged(new HostStatus(HostState.Ready, Version: "28.0.1")));

    public static Message Lost(string host, string reason) =>
        new HostMessage.Reported(host, new InventoryChange.HostChanged(new HostStatus(HostState.Unreachable, reason)));

    public DeckDriver Tell(params IReadOnlyList<Message> messages)
    {
        foreach (var message in messages)
        {
            Store.Dispatch(message);
        }

        return Step();
    }

    /// <summary>Presses keys by the names that the table gives them.</summary>
    public DeckDriver Press(params IReadOnlyList<string> keys)
    {
        foreach (var key in keys)
        {
            App.InjectKey(TerminalKeys.Key(key));
            Step();
        }

        return this;
    }

    public DeckDriver Type(string text)
    {
        foreach (var character in text)
        {
            App.InjectKey(new Key(character));
        }

        return Step();
    }

    public DeckDriver Click(int x, int y)
    {
        App.InjectSequence(InputInjectionExtensions.LeftButtonClick(new Point(x, y)));
        return Step();
    }

    public DeckDriver DoubleClick(int x, int y)
    {
        App.InjectSequence(InputInjectionExtensions.LeftButtonDoubleClick(new Point(x, y)));
        return Step();
    }

    public DeckDriver WheelDown(int x, int y)
    {
        App.InjectMouse(new Mouse { Flags = MouseFlags.WheeledDown, ScreenPosition = new Point(x, y) });
        return Step();
    }

    /// <summary>The attributes of all cells.</summary>
    public IEnumerable<Attribute> Attributes() => App.Driver!.Contents!.Cast<Cell>().Select(cell => cell.Attribute!.Value);

    /// <summary>What is sent to the terminal for what the action changes; empty if nothing is.</summary>
    public string Sent(Action action)
    {
        var output = App.Driver!.GetOutput();
        var before = output.GetLastOutput();
        action();
        Step();
        // The driver keeps its last output until there is another.
        return output.GetLastOutput() is var after && after != before ? after : "";
    }

    public DeckDriver Resize(int columns, int rows)
    {
        App.Driver!.SetScreenSize(columns, rows);
        return Step();
    }

    /// <summary>What one iteration of the main loop does.</summary>
    public DeckDriver Step()
    {
        App.RaiseIteration();
        App.TimedEvents!.RunTimers();
        App.LayoutAndDraw(forceRedraw: false);
        return this;
    }

    public void Dispose()
    {
        if (_token is { Runnable: not null } token)
        {
            App.End(token);
        }

        _window.Dispose();
        App.Dispose();
    }
}
