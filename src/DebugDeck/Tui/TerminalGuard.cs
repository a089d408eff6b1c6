using System.Runtime.InteropServices;

namespace DebugDeck.Tui;

/// <summary>Gives the terminal back when the program is told to go, or dies: Terminal.Gui leaves the other screen, the mouse and the hidden cursor behind.</summary>
internal sealed class TerminalGuard : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly (PosixSignal Signal, int Number)[] Signals =
        [(PosixSignal.SIGHUP, 1), (PosixSignal.SIGQUIT, 3), (PosixSignal.SIGTERM, 15)];

    private readonly List<PosixSignalRegistration> _registrations = [];
    private readonly Action _quit;
    private readonly TimeProvider _clock;
    private ITimer? _lastResort;
    private int _isArmed = 1;

    /// <param name="quit">Asks the screens to close; called from a signal handler's thread.</param>
    /// <param name="clock">Counts how long they take.</param>
    public TerminalGuard(Action quit, TimeProvider clock)
    {
        _quit = quit;
        _clock = clock;
        foreach (var (signal, number) in Signals)
        {
            _registrations.Add(PosixSignalRegistration.Create(signal, context => Told(context, number)));
        }

        AppDomain.CurrentDomain.UnhandledException += OnUnhandledException;
    }

    /// <summary>The exit code for the signal that came; null if none did.</summary>
    public int? ExitCode { get; private set; }

    public void Dispose()
    {
        _isArmed = 0;
        AppDomain.CurrentDomain.UnhandledException -= OnUnhandledException;
        _registrations.ForEach(registration => registration.Dispose());
        _lastResort?.Dispose();
    }

    private void Told(PosixSignalContext context, int number)
    {
        context.Cancel = true;
        ExitCode = 128 + number;
        _quit();
        _lastResort ??= _clock.CreateTimer(_ => Leave(), null, Patience, Timeout.InfiniteTimeSpan);
    }

    private void Leave()
    {
        Restore();
        Environment.Exit(ExitCode ?? 1);
    }

    private void OnUnhandledException(object sender, UnhandledExceptionEventArgs error) => Restore();

    private void Restore()
    {
        if (Interlocked.Exchange(ref _isArmed, 0) == 0)
        {
            return;
        }

        // Mouse modes, bracketed paste, keyboard protocol, attributes, cursor keys, the other screen, the cursor.
        var reset = "\e[?1000l\e[?1002l\e[?1003l\e[?1006l\e[?1015l\e[?2004l\e[<u\e[0m\e[?1l\e>\e[?1049l\e[?25h"u8;
        using var output = Console.OpenStandardOutput();
        try
        {
            output.Write(reset);
            output.Flush();
        }
        catch (IOException)
        {
            // After a hang-up there is no terminal left to restore.
        }
    }
}
