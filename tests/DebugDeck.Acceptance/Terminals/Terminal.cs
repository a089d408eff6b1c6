using System.Diagnostics;
using System.Globalization;
using CliWrap;
using CliWrap.Buffered;

namespace DebugDeck.Acceptance.Terminals;

/// <summary>A real terminal that a test types into and reads the screen of. Tests wait for what they expect to see, never for a time.</summary>
internal sealed class Terminal : IAsyncDisposable
{
    /// <summary>What the shell of the terminal shows when it waits for a command.</summary>
    public const string Prompt = "ready$";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    private readonly Tmux _tmux;

    private Terminal(Tmux tmux) => _tmux = tmux;

    public static async Task<Terminal> OpenAsync(int columns, int rows, string folder, IReadOnlyDictionary<string, string?> variables)
    {
        Assert.SkipUnless(Tmux.IsInstalled, "needs tmux: tests/run installs it (root and apt are needed)");
        var terminal = new Terminal(new Tmux(variables));
        await terminal._tmux.RunAsync(
            "set-option", "-g", "default-terminal", "tmux-256color", ";",
            "set-option", "-g", "status", "off", ";",
            "set-option", "-g", "escape-time", "0", ";",
            "new-session", "-d", "-x", Number(columns), "-y", Number(rows), "-c", folder,
            $"PS1='{Prompt} ' exec bash --norc --noprofile");
        await terminal.SeeAsync(Prompt);
        return terminal;
    }

    /// <summary>Types text as it is.</summary>
    public Task TypeAsync(string text) => _tmux.RunAsync("send-keys", "-l", "--", text);

    /// <summary>Presses keys by their tmux names: <c>Enter</c>, <c>Escape</c>, <c>Down</c>, <c>C-c</c>, <c>q</c>, …</summary>
    public Task PressAsync(params string[] keys) => _tmux.RunAsync(["send-keys", "--", .. keys]);

    /// <summary>Types a command line and Enter.</summary>
    public async Task CommandAsync(string line)
    {
        await TypeAsync(line);
        await PressAsync("Enter");
    }

    public Task ResizeAsync(int columns, int rows) => _tmux.RunAsync("resize-window", "-x", Number(columns), "-y", Number(rows));

    /// <summary>The screen as it is now, without trailing spaces.</summary>
    public Task<string> ScreenAsync() => _tmux.RunAsync("capture-pane", "-p");

    /// <summary>Waits until the screen contains all of these texts, and returns it.</summary>
    public Task<string> SeeAsync(params string[] texts) =>
        SeeAsync(screen => texts.All(text => screen.Contains(text, StringComparison.Ordinal)), string.Join("' and '", texts));

    /// <summary>Waits until the text is not on the screen any more.</summary>
    public Task<string> SeeNoMoreAsync(string text) =>
        SeeAsync(screen => !screen.Contains(text, StringComparison.Ordinal), $"the end of '{text}'");

    /// <summary>Waits until the screen is as asked, and returns it; the last screen is in the message of the failure.</summary>
    public async Task<string> SeeAsync(Func<string, bool> asAsked, string what)
    {
        var watch = Stopwatch.StartNew();
        string screen;
        do
        {
            screen = await ScreenAsync();
            if (asAsked(screen))
            {
                return screen;
            }

            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
        while (watch.Elapsed < Patience);

        throw new Xunit.Sdk.XunitException($"The terminal did not show '{what}' within {Patience.TotalSeconds} s. It shows:\n{screen}");
    }

    /// <summary>The line of the screen that contains the text.</summary>
    public async Task<string> LineAsync(string text)
    {
        var screen = await SeeAsync(text);
        return screen.Split('\n').First(line => line.Contains(text, StringComparison.Ordinal));
    }

    /// <summary>Takes the terminal away, as closing its window does: the shell and what runs in it are hung up.</summary>
    public Task HangUpAsync() => _tmux.RunAsync("kill-session");

    /// <summary>Sends a signal to the program that has the terminal.</summary>
    public async Task SignalProgramAsync(string signal) => await Cli.Wrap("kill").WithArguments([$"-{signal}", await ProgramAsync()]).ExecuteAsync();

    /// <summary>The process id of the program that has the terminal.</summary>
    public async Task<string> ProgramAsync()
    {
        var tty = (await _tmux.RunAsync("display-message", "-p", "#{pane_tty}")).Trim();
        var running = await Cli.Wrap("ps").WithArguments(["-t", tty, "-o", "pid=,stat="]).ExecuteBufferedAsync();
        // A plus marks the group in the foreground.
        return running.StandardOutput.Split('\n').Last(line => line.Contains('+', StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[0];
    }

    /// <summary>Whether the cursor shows, and whether the alternate screen and the mouse are in use: <c>1 0 0</c> for a shell.</summary>
    public async Task<string> FlagsAsync() => (await _tmux.RunAsync("display-message", "-p", "#{cursor_flag} #{alternate_on} #{mouse_any_flag}")).Trim();

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _tmux.RunAsync("kill-server");
        }
        catch (InvalidOperationException)
        {
            // The shell of the terminal was ended by the test, and the server with it.
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
