using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Kubernetes.Connection;

namespace DebugDeck.Kubernetes.Exec;

/// <summary>How a process ended, or why it never began, as the Status at the end of its stream says.</summary>
internal static partial class ExecVerdict
{
    /// <summary>The exit code.</summary>
    /// <param name="status">The JSON of channel 3.</param>
    /// <param name="program">For the words of a failure.</param>
    /// <exception cref="DebugDeckException">NotFound: there is no such program. Failed: it cannot be started.</exception>
    public static int Read(ReadOnlySpan<byte> status, string program)
    {
        var text = Encoding.UTF8.GetString(status);
        return KubeErrors.ReadStatus(text) switch
        {
            { Status: "Success" } => 0,

            // The sentence differs between versions of the protocol; the cause does not.
            { Details.Causes: { } causes } when ExitCode(causes) is { } code => code,
            { Message: { } message } => throw CannotStart(message, program),
            _ => throw new DebugDeckException(ErrorKind.Failed, $"'{program}' ended with a status that cannot be read: {text}"),
        };
    }

    /// <summary>The runtime's complaint in the user's words, with an <see cref="UnstartableProgramException"/> inside where it is about this program. containerd 1.7 and 2.1, CRI-O and crun word it differently around the same core.</summary>
    public static DebugDeckException CannotStart(string message, string program)
    {
        var cause = new InvalidOperationException(message);
        var why = Core().Match(message) is { Success: true } match ? match.Groups["why"].Value : null;
        if (Missing().IsMatch(message))
        {
            return new DebugDeckException(ErrorKind.NotFound, $"there is no program '{program}'", inner: new UnstartableProgramException(why ?? message, cause));
        }

        return new DebugDeckException(
            ErrorKind.Failed, $"'{program}' cannot be started: {why ?? message}", inner: why is null ? cause : new UnstartableProgramException(why, cause));
    }

    private static int? ExitCode(IReadOnlyList<StatusDocument.CausePart> causes) =>
        causes.FirstOrDefault(cause => cause.Reason == "ExitCode") is { Message: { } number }
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            ? code
            : null;

    [GeneratedRegex("""executable file not found|executable file `[^`]*` not found|exec: "[^"]*": stat [^:]*: no such file or directory""")]
    private static partial Regex Missing();

    [GeneratedRegex("""(exec: "[^"]*"|open executable): (?<why>.+?)(: unknown|: OCI [a-z ]+)?$""")]
    private static partial Regex Core();
}
