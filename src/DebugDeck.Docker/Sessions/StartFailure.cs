using System.Text;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;

namespace DebugDeck.Docker.Sessions;

/// <summary>
/// Tells the runtime's complaint from a program's output: when a program cannot be started, the engine reports no error but sends the runtime's
/// message as if the program had written it (Docker on standard output with code 126 or 127, Podman on standard error with 127).
/// What looks like that message is withheld until the exit code decides.
/// </summary>
internal sealed class StartFailure(string program)
{
    private const int CannotExecute = 126;
    private const int NotFound = 127;
    private const int LongestMessage = 4096;

    private static readonly string[] Beginnings = ["OCI runtime exec failed:", "Error: runc:", "Error: crun:", "Error: OCI runtime", "runc: exec failed", "OCI runtime"];

    private byte[] _withheld = [];
    private OutputChunk _first;
    private bool _sawOutput;
    private bool _release;

    /// <summary>Why the program could not be started; null if it could.</summary>
    public DebugDeckException? Error { get; private set; }

    public bool IsWithholding => _withheld.Length > 0 && !_release;

    /// <summary>Keeps the chunk if it may be the message; false if it is the caller's to have.</summary>
    public bool Withholds(OutputChunk chunk, ReadOnlySpan<byte> buffer)
    {
        var bytes = buffer[..chunk.Count];
        if (!_sawOutput && chunk.Count > 0)
        {
            _sawOutput = true;
            var text = Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, LongestMessage)]);
            if (bytes.Length <= LongestMessage && Beginnings.Any(beginning => text.StartsWith(beginning, StringComparison.Ordinal)))
            {
                _first = chunk;
                _withheld = bytes.ToArray();
                return true;
            }
        }
        else if (IsWithholding)
        {
            _withheld = [.. _withheld, .. bytes];
            _release = _withheld.Length > LongestMessage || chunk.Channel != _first.Channel;
            return true;
        }

        return false;
    }

    /// <summary>The exit code is known: the message is an error, or output after all.</summary>
    public void Decide(int exitCode)
    {
        var text = Encoding.UTF8.GetString(_withheld).Trim();
        if (exitCode is CannotExecute or NotFound && text.Contains("exec", StringComparison.Ordinal))
        {
            var missing = text.Contains("not found", StringComparison.Ordinal) || text.Contains("no such file", StringComparison.Ordinal);
            Error = missing
                ? new DebugDeckException(ErrorKind.NotFound, $"there is no program '{program}'", inner: new InvalidOperationException(text))
                : new DebugDeckException(ErrorKind.Failed, $"'{program}' cannot be started: {text}");
            _withheld = [];
        }

        _release = true;
    }

    /// <summary>Gives back what was withheld once it has turned out to be output.</summary>
    public bool TryTakeBack(Span<byte> buffer, out OutputChunk chunk)
    {
        chunk = default;
        if (!_release || _withheld.Length == 0)
        {
            return false;
        }

        var count = Math.Min(_withheld.Length, buffer.Length);
        _withheld.AsSpan(0, count).CopyTo(buffer);
        _withheld = _withheld[count..];
        chunk = new OutputChunk(_first.Channel, count);
        return true;
    }
}
