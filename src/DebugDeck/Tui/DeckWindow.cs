using DebugDeck.Core.Debugging;
using DebugDeck.Tui.Cells;
using DebugDeck.Tui.Messages;
using DebugDeck.Tui.Pictures;
using DebugDeck.Tui.Screens;
using DebugDeck.Tui.State;
using Terminal.Gui.App;
using Terminal.Gui.Drawing;
using Terminal.Gui.Input;
using Terminal.Gui.ViewBase;
using Terminal.Gui.Views;
using Rectangle = System.Drawing.Rectangle;

namespace DebugDeck.Tui;

/// <summary>Puts pictures of the state on the terminal and hands keys and clicks on. Owns no data: it is built anew whenever the terminal comes back.</summary>
internal sealed class DeckWindow : Window
{
    private readonly DeckStore _store;
    private readonly KeyRouter _router;
    private readonly UiDispatcher _dispatcher = new();
    private readonly LinesView _title;
    private readonly LinesView _hosts;
    private readonly GridView _grid;
    private readonly LinesView _text;
    private readonly LinesView _divider;
    private readonly LinesView _side;
    private readonly LinesView _status;
    private readonly KeyFoot _foot;
    private readonly PromptField _field;
    private DeckState? _shown;
    private Clip? _clip;

    public DeckWindow(DeckStore store, Palette palette)
    {
        _store = store;
        _clip = store.State.Clip;
        _router = new KeyRouter(store);
        _title = new LinesView(palette);
        _hosts = new LinesView(palette);
        _grid = new GridView(palette);
        _text = new LinesView(palette);
        _divider = new LinesView(palette);
        _side = new LinesView(palette);
        _status = new LinesView(palette);
        _foot = new KeyFoot(palette);
        _field = new PromptField(_router) { Visible = false };
        BorderStyle = LineStyle.None;
        SetScheme(Palette.Scheme);
        Add(_title, _hosts, _grid, _text, _divider, _side, _status, _foot, _field);
        Listen();
    }

    /// <summary>Begins to follow the store and the size of the terminal.</summary>
    public void Attach(IApplication app)
    {
        _dispatcher.Attach(app);
        _store.Changed += OnStoreChanged;
        app.ScreenChanged += (_, screen) => Resize(screen.Value);
        Resize(app.Screen);
        Show(_store.State);
    }

    protected override bool OnKeyDown(Key key)
    {
        // Everything else would reach Terminal.Gui's own bindings, where Esc quits. Suspending is theirs to do.
        var isTaken = _router.Route(key) || !(key == Key.Z.WithCtrl);
        // At once, not with the next iteration: a key typed right behind this one belongs to the field that it opened.
        Show(_store.State);
        return isTaken;
    }

    protected override void Dispose(bool disposing)
    {
        _store.Changed -= OnStoreChanged;
        base.Dispose(disposing);
    }

    private void OnStoreChanged() => _dispatcher.Post(this, () => Show(_store.State));

    private void Dispatch(Message message)
    {
        _store.Dispatch(message);
        Show(_store.State);
    }

    private void Listen()
    {
        _grid.Wheel += rows => Dispatch(new MoveMessage.Scrolled(rows));
        _text.Wheel += rows => Dispatch(new MoveMessage.Scrolled(rows));
        _grid.RowClicked += row => Dispatch(new MoveMessage.RowChosen(row));
        _grid.RowDoubleClicked += row =>
        {
            Dispatch(new MoveMessage.RowChosen(row));
            _router.Press("Enter");
        };
        _grid.HeaderClicked += column =>
        {
            if (_store.State is { Page: null } state)
            {
                Dispatch(new InventoryMessage.Sorted(InventoryColumns.Of(state)[column].Sort));
            }
        };
        _foot.Clicked += item => _router.Press(item.Key);
        _field.ValueChanged += (_, change) =>
        {
            if (_store.State.Prompt is { } prompt && prompt.Text != change.NewValue)
            {
                Dispatch(new PromptMessage.Edited(change.NewValue ?? ""));
            }
        };
    }

    private void Resize(Rectangle screen) => Dispatch(new DeckMessage.Resized(new TerminalSize(screen.Width, screen.Height)));

    private void Show(DeckState state)
    {
        if (ReferenceEquals(state, _shown))
        {
            return;
        }

        _shown = state;
        var picture = DeckScreen.Draw(state);
        Place(picture);
        _title.Show(picture.Title);
        _hosts.Show(picture.Hosts.Lines);
        _grid.Show(picture.Grid ?? new GridPicture([], [], []));
        _text.Show(picture.Text?.Lines ?? []);
        _divider.Show([.. Enumerable.Repeat(StyledLine.Of("│ ", Tone.Dim), picture.Layout.Side.Height)]);
        _side.Show(picture.Side?.Lines ?? []);
        _foot.Show(picture.Foot);
        ShowPrompt(state, picture);
        if (state.Clip is { } clip && clip != _clip)
        {
            _clip = clip;
            App?.Driver?.WriteRaw(Osc52.Of(clip.Text));
        }

        if (state.IsQuitting || state.Handover is not null)
        {
            App?.RequestStop(this);
        }
    }

    private void Place(DeckPicture picture)
    {
        var layout = picture.Layout;
        Put(_title, layout.Title);
        Put(_hosts, layout.Hosts);
        Put(_grid, picture.Grid is null ? Rectangle.Empty : layout.Body);
        Put(_text, picture.Text is null ? Rectangle.Empty : layout.Body);
        Put(_divider, layout.Side.Width == 0 ? Rectangle.Empty : layout.Side with { X = layout.Side.X - 2, Width = 2 });
        Put(_side, layout.Side);
        Put(_status, layout.Status);
        Put(_foot, layout.Foot);
    }

    private void ShowPrompt(DeckState state, DeckPicture picture)
    {
        if (state.Prompt is not { } prompt)
        {
            _field.Visible = false;
            _status.Show(picture.Status);
            return;
        }

        var label = StatusText.PromptLabel(state);
        _status.Show(StyledLine.Of(label, Tone.Key));
        var row = picture.Layout.Status;
        var start = Math.Min(CellCanvas.Columns(label), Math.Max(0, row.Width - 10));
        Put(_field, row with { X = start, Width = row.Width - start });
        if (_field.Text != prompt.Text)
        {
            _field.Text = prompt.Text;
            _field.MoveEnd();
        }

        _field.SetFocus();
    }

    private static void Put(View view, Rectangle area)
    {
        var isVisible = area is { Width: > 0, Height: > 0 };
        if (view.Visible != isVisible)
        {
            view.Visible = isVisible;
        }

        if (isVisible && view.Frame != area)
        {
            view.Frame = area;
        }
    }
}
