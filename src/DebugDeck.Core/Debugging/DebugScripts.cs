using System.Globalization;
using DebugDeck.Core.Text;

namespace DebugDeck.Core.Debugging;

/// <summary>
/// Everything that we have a shell in a debug container do. The scripts keep to what every <c>sh</c> has (busybox, dash, bash), and start
/// no process they do not need: what is orphaned in a shared process namespace becomes a child of the target's first process.
/// </summary>
public static class DebugScripts
{
    /// <summary>Marks the processes we start, so that they can be found again among the target's.</summary>
    public const string Marker = "DEBUGDECK_PROCESS";

    /// <summary>What <see cref="InstallTools"/> ends with if the toolbox' busybox is linked to libraries of its own image.</summary>
    public const int NeedsLibraries = 97;

    // Name of the script in a process list and in the shell's own error messages.
    private const string ScriptName = "debugdeck";

    /// <summary>Keeps the debug container until its time is up.</summary>
    /// <param name="limit">How long.</param>
    /// <param name="isFirstProcess">
    /// It will be process 1 of its namespace. The kernel gives that one only the signals it asks for, and a shell hears them only while it waits for a
    /// child. Anywhere else a plain <c>sleep</c> ends on any signal and leaves no child for the target to inherit.
    /// </param>
    public static string Sleeper(TimeSpan limit, bool isFirstProcess)
    {
        var seconds = Math.Max(1, (long)Math.Ceiling(limit.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return isFirstProcess ? $"trap 'exit 0' TERM INT; sleep {seconds} & wait" : $"exec sleep {seconds}";
    }

    /// <summary>Program and arguments that run a user's command where it finds <c>$TARGET</c> and the toolbox.</summary>
    public static IReadOnlyList<string> Command(DebugSurroundings around, IReadOnlyList<string> arguments) =>
        [around.Shell, "-c", $"{Prepare(around)}exec \"$@\"", ScriptName, .. arguments];

    /// <summary>Program and arguments of the shell for a person: says where things are, then becomes the best shell there is.</summary>
    /// <param name="around">Where it runs.</param>
    /// <param name="name">The target's name, for the prompt.</param>
    /// <param name="greeting">The lines it says first.</param>
    public static IReadOnlyList<string> Interactive(DebugSurroundings around, string name, IReadOnlyList<string> greeting)
    {
        var lines = string.Join(' ', greeting.Select(line => ShellText.Quote(VisibleText.Escape(line))));
        var prompt = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '/' ? c : '?'));
        return
        [
            around.Shell, "-c",
            $$"""
            {{Prepare(around)}}printf '%s\n' {{lines}}
            export PS1='{{prompt}} $PWD # ' TERM="${TERM:-xterm}"
            for shell in bash ash; do "$shell" -c : 2>/dev/null && exec "$shell"; done
            exec {{ShellText.Quote(around.Shell)}}
            """,
            ScriptName,
        ];
    }

    /// <summary>
    /// Ends every process that carries the mark. Children go before their parents, and these are given a moment to reap them: a target's first process
    /// seldom does. A shell at its prompt reaps no background job before its next prompt, which INT brings about; a script would die of it, but leaves no
    /// zombie for two rounds. All are asked (HUP, TERM) before they are told (KILL), at last all at once: a loop has always a child.
    /// Ends with 0 once none is left.
    /// </summary>
    public static IReadOnlyList<string> End(DebugSurroundings around, string mark) =>
    [
        around.Shell, "-c",
        """
        round=0 zombies=' '
        while [ $round -lt 40 ]; do
          ours=' ' parents=' ' before=$zombies zombies=' '
          for process in /proc/[0-9]*; do
            read -r text < $process/stat || continue
            text=${text##*) }
            parent=${text#* } parent=${parent%% *}
            case $text in Z*|X*) [ $round -lt 20 ] && parents="$parents$parent " zombies="$zombies$parent "; continue;; esac
            found=
            while read -r text || [ -n "$text" ]; do
              case $text in *"$1"*) found=yes; break;; esac
            done < $process/environ
            [ "$found" ] && ours="$ours${process#/proc/} " parents="$parents$parent "
          done
          [ "$ours" = ' ' ] && exit 0
          for process in $ours; do
            [ $round -lt 24 ] && case $parents in *" $process "*)
              case $before in *" $process "*) case $zombies in *" $process "*) kill -INT $process;; esac;; esac
              continue;;
            esac
            if [ $round -lt 12 ]; then kill -HUP $process; kill -TERM $process; kill -CONT $process; else kill -KILL $process; fi
          done
          sleep 0.05 || sleep 1
          round=$((round + 1))
        done 2>/dev/null
        exit 1
        """,
        ScriptName,
        $"{Marker}={mark}",
    ];

    /// <summary>Prints the process id of the first process of a container, for namespaces that several containers share.</summary>
    /// <remarks>
    /// The path of a cgroup differs between runtimes and between what the reader may see of it (<c>/../cri-containerd-ID.scope</c>, <c>/../ID</c>,
    /// <c>…/crio-ID.scope/container</c>); the id is in all of them. On a node it is also in the cgroup of CRI-O's conmon, which is older than the container.
    /// </remarks>
    public static IReadOnlyList<string> FindFirstProcess(DebugSurroundings around, string containerId) =>
    [
        around.Shell, "-c",
        """
        first=
        for process in /proc/[0-9]*; do
          number=${process#/proc/}
          while read -r line; do
            case $line in *conmon-"$1"*) ;; *"$1"*) [ "$first" ] && [ "$first" -le "$number" ] || first=$number; break;; esac
          done < $process/cgroup
        done 2>/dev/null
        [ "$first" ] && echo "$first"
        """,
        ScriptName,
        containerId,
    ];

    /// <summary>Program and arguments that put the toolbox' busybox and links to it into a folder of the same name in another container.</summary>
    /// <remarks>Ends with <see cref="NeedsLibraries"/> if that busybox could not run there, which an empty root tells.</remarks>
    public static IReadOnlyList<string> InstallTools(string folder) =>
    [
        "sh", "-c",
        $"""
        for folder in /bin /usr/bin /sbin /busybox; do [ -x $folder/busybox ] && break; done
        cp $folder/busybox {folder}/ && if chroot {folder} /busybox true; then {folder}/busybox --install -s {folder}; else exit {NeedsLibraries}; fi
        """,
    ];

    /// <summary>The same for a container that may run as anybody and has no capabilities, so it cannot change its root to try the copy out.</summary>
    /// <remarks>Asks the dynamic linkers instead: glibc's lists the libraries of a program when told to by a variable, musl's when called by its own name.</remarks>
    public static IReadOnlyList<string> InstallToolsAsAnybody(string folder) =>
    [
        "sh", "-c",
        $"""
        for folder in /bin /usr/bin /sbin /busybox; do [ -x $folder/busybox ] && break; done
        cp $folder/busybox {folder}/ || exit 1
        [ "$(LD_TRACE_LOADED_OBJECTS=1 {folder}/busybox true 2>&1)" ] && exit {NeedsLibraries}
        for linker in /lib/ld-musl-*; do "$linker" --list {folder}/busybox >/dev/null 2>&1 && exit {NeedsLibraries}; done
        {folder}/busybox --install -s {folder}
        """,
    ];

    private static string Prepare(DebugSurroundings around) => $"export TARGET={ShellText.Quote(around.TargetRoot)}\n";
}
