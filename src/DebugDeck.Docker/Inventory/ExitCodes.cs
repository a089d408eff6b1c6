namespace DebugDeck.Docker.Inventory;

/// <summary>What exit codes mean by the conventions of shells and container runtimes.</summary>
internal static class ExitCodes
{
    /// <summary><c>exit 1</c>, <c>exit 137 (killed by SIGKILL or out of memory)</c>.</summary>
    public static string InWords(int code) => Meaning(code) is { } meaning ? $"exit {code} ({meaning})" : $"exit {code}";

    // 128 and the signal's number.
    private static string? Meaning(int code) => code switch
    {
        125 => "the engine could not run it",
        126 => "the program cannot be executed",
        127 => "the program was not found",
        129 => "ended by SIGHUP",
        130 => "interrupted by SIGINT",
        131 => "ended by SIGQUIT",
        132 => "crashed with SIGILL, an instruction this CPU does not have",
        134 => "aborted by SIGABRT",
        135 => "crashed with SIGBUS",
        136 => "crashed with SIGFPE",
        // Without the engine's OOM flag it may still be the kernel that killed a child, or another host's limit.
        137 => "killed by SIGKILL or out of memory",
        139 => "crashed with SIGSEGV, a segmentation fault",
        141 => "ended by SIGPIPE",
        143 => "ended by SIGTERM",
        _ => null,
    };
}
