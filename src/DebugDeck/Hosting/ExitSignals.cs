using System.Runtime.InteropServices;

namespace DebugDeck.Hosting;

/// <summary>
/// Turns Ctrl-C and a polite kill into a cancelled token, so that everything on the way gets to clean up: terminals are restored,
/// half-written files removed. The second signal is not held up.
/// </summary>
internal sealed class ExitSignals : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly List<PosixSignalRegistration> _registrations = [];

    public ExitSignals()
    {
        Listen(PosixSignal.SIGINT, Commands.ExitCode.Interrupted);
        Listen(PosixSignal.SIGTERM, Commands.ExitCode.Terminated);
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
        if (ExitCode is not null)
        {
            return;
        }

        context.Cancel = true;
        ExitCode = exitCode;
        _stop.Cancel();
    }));
}
