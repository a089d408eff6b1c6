using System.Globalization;

namespace DebugDeck.Core.Debugging;

/// <summary>Reads what <c>/proc</c> says about one process in one go.</summary>
public static class ProcessScript
{
    /// <summary>Program and arguments that print the node's clock (Unix seconds) and the parts of a folder of <c>/proc</c>, each behind a line with the mark and its name.</summary>
    /// <param name="folder"><c>/proc/NUMBER</c>.</param>
    /// <param name="mark">Something that the process cannot have put into its own environment or arguments: random.</param>
    public static IReadOnlyList<string> Read(string folder, string mark) =>
    [
        "sh", "-c",
        """
        printf '\n%s clock\n' "$2"
        date +%s 2>/dev/null || printf '\n%s denied\n' "$2"
        for part in cmdline status environ maps; do
          printf '\n%s %s\n' "$2" $part
          cat "$1/$part" || printf '\n%s denied\n' "$2"
        done 2>/dev/null
        """,
        "debugdeck",
        folder,
        mark,
    ];

    /// <summary>The folder of <c>/proc</c> that a target's root lies in; null where the root is no process' (a copy).</summary>
    public static (string Path, int Process)? FolderOf(string targetRoot) =>
        targetRoot.Split('/') is ["", "proc", var number, "root"] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var process)
            ? ($"/proc/{number}", process)
            : null;
}
