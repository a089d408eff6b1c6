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

    private static readonly byte[] LastLine = Encoding.UTF8.GetBytes("\n" + Ended);

    private readonly StringBuilder _said = new();

    /// <summary>
    /// Takes what is kubectl's own of a piece of standard error. Its last words may come in one piece with the process' own, and then begin a line.
    /// </summary>
    /// <returns>How many bytes at the beginning of the piece are the process'.</returns>
    public int Take(ReadOnlySpan<byte> piece)
    {
        var own = OwnWordsIn(piece);
        if (own < piece.Length && _said.Length < LongestMessage)
        {
            _said.Append(Encoding.UTF8.GetString(piece[own..Math.Min(piece.Length, own + LongestMessage)]));
        }

        return own;
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

    private static int OwnWordsIn(ReadOnlySpan<byte> piece)
    {
        foreach (var beginning in Beginnings)
        {
            if (piece.StartsWith(Encoding.UTF8.GetBytes(beginning)))
            {
                return 0;
            }
        }

        var last = piece.LastIndexOf(LastLine);
        return last < 0 ? piece.Length : last + 1;
    }
}
