using DebugDeck.Core.Errors;

namespace DebugDeck.Commands;

/// <summary>The exit codes that scripts rely on (design.md 5).</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int Usage = 2;
    public const int Findings = 3;
    public const int NotFound = 4;
    public const int NotPermitted = 5;
    public const int Unreachable = 6;

    /// <summary>The terminal went away.</summary>
    public const int HungUp = 129;

    /// <summary>Ctrl-C: 128 and the signal's number, as shells have it.</summary>
    public const int Interrupted = 130;

    /// <summary>The reader of our output went away (<c>| head</c>): what the signal SIGPIPE would have given.</summary>
    public const int ReaderGone = 141;

    public const int Terminated = 143;

    public static int Of(ErrorKind kind) => kind switch
    {
        ErrorKind.Usage => Usage,
        ErrorKind.NotFound => NotFound,
        ErrorKind.NotPermitted => NotPermitted,
        ErrorKind.Unreachable => Unreachable,
        _ => Failed,
    };
}
