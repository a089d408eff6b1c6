using DebugDeck.Core.Debugging;

namespace DebugDeck.Core.Files.Remote;

/// <summary>
/// The scripts that read a target's files. Like all of ours they keep to what busybox, dash and bash have in common, with <c>stat</c>, <c>head</c>, <c>tail</c>,
/// <c>wc</c>, <c>readlink</c> and <c>tar</c> of busybox or of GNU. They travel in the query of a URL, so they are short.
/// </summary>
internal static class RemoteScripts
{
    /// <summary>The programs that <see cref="Look"/> and <see cref="Archive"/> need beside the shell.</summary>
    public static IReadOnlyList<string> Tools { get; } = ["stat", "head", "tail", "wc", "readlink", "tar"];

    // Follows links by hand, inside the root: an absolute link of the target's would lead the kernel to the files of the container we run in.
    // $at is where the path leads, empty for the root; with a second argument the last part is followed as well.
    private const string Follow =
        """
        follow() {
        at= rest=$1 links=0
        while [ "$rest" ]; do
        part=${rest%%/*}
        case $rest in */*) rest=${rest#*/};; *) rest=;; esac
        case $part in ''|.) continue;; ..) at=${at%/*}; continue;; esac
        if [ -L "$root$at/$part" ] && [ "$rest$2" ]; then
        links=$((links + 1))
        [ $links -gt 40 ] && return 1
        to=$(readlink "$root$at/$part") || return 1
        rest=$to${rest:+/$rest}
        case $to in /*) at=;; esac
        else at=$at/$part
        fi
        done
        }
        """;

    // The other side drops what is still on its way when a process ends while the reader is slow (library-notes B.2), so the process does not end
    // before we have seen its last word and said so. The word comes in two halves: its own command line must not look like it.
    private const string LastWord = "printf '%s%s %03d\\n' \"$first\" \"$second\" $code\nread -r _\nexit $code";

    /// <summary>
    /// Grants wishes: for each it reads a line <c>KIND LIMIT OFFSET</c> and a line with the path, and writes a record that <see cref="LookReader"/> reads. An empty line ends it.
    /// </summary>
    public static IReadOnlyList<string> Look(RemotePlace place, EndWord end) =>
    [
        place.Around.Shell, "-c",
        $$"""
        root=$1 first=$2 second=$3 code=0
        export LC_ALL=C QUOTING_STYLE=literal
        {{Follow}}
        for tool in stat head tail wc readlink; do command -v $tool >/dev/null || printf '#%s\0' $tool; done
        see() { line=$(stat -c '%f %s %Y %u %g' "$p" 2>&1) && printf '%s%s\n' $1 "$line" || { printf '!%s\0' "$line"; false; }; }
        deny() { printf '!Permission denied\0'; }
        part() { if [ "$from" = 0 ]; then head -c $1 "$p"; else tail -c +$((from + 1)) "$p" | head -c $1; fi; }
        look() {
        follow "$path" || { printf '!Too many levels of symbolic links\0'; return; }
        p=$root${at:-/}
        see E || return
        if [ -L "$p" ]; then
        printf 'L%s\0' "$(readlink "$p")"
        follow "$path" yes || return
        p=$root${at:-/}
        printf 'P%s\0' "${at:-/}"
        see T || return
        fi
        case $kind${line%% *} in
        C8*) [ -r "$p" ] || { deny; return; }
        n=$(part $limit 2>/dev/null | wc -c)
        printf 'C%s\n' $n
        { part $n; head -c $n /dev/zero; } 2>/dev/null | head -c $n;;
        D4*) [ -r "$p" ] && [ -x "$p" ] || { deny; return; }
        echo D
        (cd "$p"; if command -v find >/dev/null; then find . -maxdepth 1 -mindepth 1 -exec stat -c '%f %s %Y %u %g %n/%N' {} +
        else stat -c '%f %s %Y %u %g %n/%N' ./* ./.[!.]* ./..?*; fi) 2>/dev/null | head -n $limit
        echo "=$first";;
        esac
        }
        while read -r kind limit from && [ "$kind" ]; do IFS= read -r path; echo @; look; done
        {{LastWord}}
        """,
        "debugdeck", place.Root, end.First, end.Second,
    ];

    /// <summary>Writes a tar of one path, the last part of which is not followed. Of the root all but the kernel's own file systems.</summary>
    public static IReadOnlyList<string> Archive(RemotePlace place, string path, EndWord end) =>
    [
        place.Around.Shell, "-c",
        $$"""
        root=$1 first=$2 second=$3
        export LC_ALL=C
        {{Follow}}
        follow "$4" && cd "$root${at%/*}/" && if [ "$at" ]; then set -- "${at##*/}"; else
        set --
        for top in ./* ./.[!.]* ./..?*; do
        case $top in ./proc|./sys|./dev) continue;; esac
        if [ -e "$top" ] || [ -L "$top" ]; then set -- "$@" "$top"; fi
        done
        fi && tar cf - -- "$@"
        code=$?
        {{LastWord}}
        """,
        "debugdeck", place.Root, end.First, end.Second, path,
    ];

    /// <summary>
    /// Follows a path to its end and writes what is there, as <see cref="StatLine"/> reads it, its path, and a tar of it. Writes nothing where that is
    /// the root, or neither a file nor a folder.
    /// </summary>
    public static IReadOnlyList<string> FollowedArchive(RemotePlace place, string path, EndWord end) =>
    [
        place.Around.Shell, "-c",
        $$"""
        root=$1 first=$2 second=$3 code=1
        export LC_ALL=C
        {{Follow}}
        if follow "$4" yes && [ "$at" ] && { [ -f "$root$at" ] || [ -d "$root$at" ]; } && line=$(stat -c '%f %s %Y %u %g' "$root$at") && cd "$root${at%/*}/"; then
        printf '%s\0%s\0' "$line" "$at"
        tar cf - -- "${at##*/}"
        code=$?
        fi
        {{LastWord}}
        """,
        "debugdeck", place.Root, end.First, end.Second, path,
    ];

    /// <summary>Writes the sha256 of every regular file at or below a path, as <c>sha256sum</c> does, with paths relative to it.</summary>
    public static IReadOnlyList<string> Hash(RemotePlace place, string path, EndWord end) =>
    [
        place.Around.Shell, "-c",
        $$"""
        root=$1 first=$2 second=$3
        export LC_ALL=C
        {{Follow}}
        follow "$4" yes
        if [ -d "$root$at/" ]; then cd "$root$at/" && find . -type f -exec sha256sum {} +
        else sha256sum <"$root$at"; fi
        code=$?
        {{LastWord}}
        """,
        "debugdeck", place.Root, end.First, end.Second, path,
    ];

    /// <summary>Ends with 0 if everything is there that reading files needs, and names on its output what is not.</summary>
    public static IReadOnlyList<string> HasTools(DebugSurroundings around) =>
    [
        around.Shell, "-c",
        $"code=0; for tool in {string.Join(' ', Tools)}; do command -v $tool >/dev/null || {{ echo $tool; code=1; }}; done; exit $code",
    ];
}
