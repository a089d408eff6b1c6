using System.Runtime.InteropServices;

namespace DebugDeck.Hosting;

/// <summary>
/// Turns Ctrl-C, a polite kill and the end of the terminal into a cancelled token, so that everything on the way gets to clean up: terminals are restored,
/// half-written files removed. The second Ctrl-C or kill is not held up; hang-ups are, since a shell that goes with its terminal passes on what the
/// kernel has already told us.
/// </summary>
internal sealed class ExitSignals : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly List<PosixSignalRegistration> _registrations = [];

    public ExitSignals()
    {
        Listen(PosixSignal.SIGINT, Commands.ExitCode.Interrupted);
        Listen(PosixSignal.SIGTERM, Commands.ExitCode.Terminated);
        Listen(PosixSignal.SIGHUP, Commands.ExitCode.HungUp);
    }

    public CancellationToken Token => _stop.Token;

    /// <summary>What the program returns because of a signal; null if there was none.</summary>
    public int? ExitCode { get; private set; }

    public void Dispose()
    {
        _registrations.ForEach(registration => registration.Dispose());
        _stop.Dispose();
    }

    private void Listen(PosixSignal signal, int exitCode) => _registrations.Add(PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = ExitCode is null || signal == PosixSignal.SIGHUP;
        if (ExitCode is null)
        {
            ExitCode = exitCode;
            _stop.Cancel();
        }
    }));
}
