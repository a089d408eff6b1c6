using System.Collections.Frozen;
using System.Globalization;

namespace DebugDeck.Practice.Processes;

/// <summary>Signal numbers and names of Linux.</summary>
internal static class Signals
{
    public const int Hangup = 1;
    public const int Interrupt = 2;
    public const int Quit = 3;
    public const int Kill = 9;
    public const int BrokenPipe = 13;
    public const int Terminate = 15;

    private static readonly string[] InOrder =
    [
        "EXIT", "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV", "USR2", "PIPE", "ALRM", "TERM", "STKFLT",
        "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU", "URG", "XCPU", "XFSZ", "VTALRM", "PROF", "WINCH", "POLL", "PWR", "SYS",
    ];

    private static readonly FrozenDictionary<string, int> ByName =
        InOrder.Select((name, number) => (name, number)).ToFrozenDictionary(entry => entry.name, entry => entry.number);

    public static IReadOnlyList<string> Names => InOrder;

    /// <summary>CHLD, CONT, URG and WINCH do nothing to a process that has not asked for them.</summary>
    public static bool IsIgnoredByDefault(int signal) => InOrder.ElementAtOrDefault(signal) is "CHLD" or "CONT" or "URG" or "WINCH";

    /// <summary>The number of <c>TERM</c>, <c>SIGTERM</c>, <c>term</c> or <c>15</c>; null for anything else.</summary>
    public static int? Parse(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number < 65 ? number : null;
        }

        var name = text.ToUpperInvariant();
        return ByName.TryGetValue(name.StartsWith("SIG", StringComparison.Ordinal) ? name[3..] : name, out number) ? number : null;
    }
}
