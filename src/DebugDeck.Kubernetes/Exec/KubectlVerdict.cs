using System.Globalization;
using System.Text;
using DebugDeck.Core.Errors;

namespace DebugDeck.Kubernetes.Exec;

/// <summary>
/// kubectl ends with the exit code of the process and says so on its standard error, after everything the process wrote there. Where it says anything
/// else, it is kubectl that failed. Both are told apart from the process' own words by how they begin.
/// </summary>
internal sealed class KubectlVerdict(string program)
{
    private const string Ended = "command terminated with exit code ";
    private const int LongestMessage = 8 * 1024;

    private static readonly string[] Beginnings = [Ended, "error: ", "Error from server", "Unable to connect to the server", "The connection to the server", "Unable to use a TTY"];

    private readonly StringBuilder _said = new();

    /// <summary>Takes a piece of standard error that may be kubectl's own; false if it is the process'.</summary>
    public bool Takes(ReadOnlySpan<byte> piece)
    {
        var text = Encoding.UTF8.GetString(piece[..Math.Min(piece.Length, LongestMessage)]);
        if (!Beginnings.Any(beginning => text.StartsWith(beginning, StringComparison.Ordinal)))
        {
            return false;
        }

        if (_said.Length < LongestMessage)
        {
            _said.Append(text);
        }

        return true;
    }

    /// <summary>The process' exit code.</summary>
    /// <exception cref="DebugDeckException">kubectl could not start it, or lost it.</exception>
    public int Read(int code)
    {
        var said = _said.ToString().Trim();
        if (code == 0 || said.Contains(Ended + code.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))
        {
            return code;
        }

        var line = said.Split('\n')[^1].Trim();
        throw line switch
        {
            "" => new DebugDeckException(ErrorKind.Unreachable, $"kubectl ended with {code} and did not say how '{program}' ended"),
            _ when line.Contains("unable to start container process", StringComparison.Ordinal) || line.Contains("executable file", StringComparison.Ordinal) =>
                ExecVerdict.CannotStart(line, program),
            _ when line.Contains("(Forbidden)", StringComparison.Ordinal) => new DebugDeckException(ErrorKind.NotPermitted, $"kubectl: {line}"),
            _ when line.Contains("(NotFound)", StringComparison.Ordinal) => new DebugDeckException(ErrorKind.NotFound, $"kubectl: {line}"),
            _ => new DebugDeckException(ErrorKind.Unreachable, $"kubectl: {line}"),
        };
    }
}
