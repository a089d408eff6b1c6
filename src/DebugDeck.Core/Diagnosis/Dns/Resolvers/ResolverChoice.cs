using DebugDeck.Core.Anatomy.Programs;
using DebugDeck.Core.Diagnosis.Dns.Configuration;

namespace DebugDeck.Core.Diagnosis.Dns.Resolvers;

/// <summary>Says which resolver a program uses, from what it is made of and what surrounds it.</summary>
public static class ResolverChoice
{
    // Sources of Go's resolver that it serves itself; anything else in nsswitch.conf makes a cgo program ask libc (net/conf.go).
    private static readonly string[] GoSources = ["files", "dns", "myhostname"];
    private static readonly string[] LibcVariables = ["LOCALDOMAIN", "RES_OPTIONS", "HOSTALIASES"];

    /// <summary>Chooses.</summary>
    /// <param name="program">What the program is made of.</param>
    /// <param name="file">The container's <c>resolv.conf</c>.</param>
    /// <param name="sources">The container's <c>nsswitch.conf</c>; null if it has none.</param>
    /// <param name="variable">A variable of the program's environment; null if it is not set.</param>
    public static Resolver Choose(ProgramFacts program, ResolvConf file, NameServiceSwitch? sources, Func<string, string?> variable)
    {
        var (kind, reason) = program.Runtime == RuntimeIds.Go ? GoKind(program, file, sources, variable) : (LibcResolver(program), null);
        return new Resolver(kind, kind == ResolverKind.Go ? null : ParseVersion(program.LibcVersion))
        {
            Confidence = kind == ResolverKind.Unknown ? Confidence.None : program.Confidence,
            Evidence = reason is null ? program.Evidence : [.. program.Evidence, reason],
            Notes = [.. RuntimeNotes.Of(program)],
        };
    }

    private static ResolverKind LibcResolver(ProgramFacts program) => program.Libc switch
    {
        LibcKind.Glibc => ResolverKind.Glibc,
        LibcKind.Musl => ResolverKind.Musl,
        _ => ResolverKind.Unknown,
    };

    private static (ResolverKind, Evidence?) GoKind(ProgramFacts program, ResolvConf file, NameServiceSwitch? sources, Func<string, string?> variable)
    {
        var libc = LibcResolver(program);
        var hasLibc = libc != ResolverKind.Unknown && program.Linkage is not (Linkage.Static or Linkage.StaticPie) && program.UsesCgo != false;
        if (!hasLibc)
        {
            return (ResolverKind.Go, new Evidence("program", null, program.Confidence == Confidence.Low
                ? "a Go program, by the words of its log, and no C library was found: then it has only Go's own resolver"
                : "a Go program without cgo has only Go's own resolver"));
        }

        var wish = variable("GODEBUG")?.Split(',').FirstOrDefault(part => part.StartsWith("netdns=", StringComparison.Ordinal))?["netdns=".Length..] ?? "";
        if (wish.StartsWith("cgo", StringComparison.Ordinal) || wish.StartsWith("go", StringComparison.Ordinal))
        {
            return (wish[0] == 'c' ? libc : ResolverKind.Go, new Evidence("environment", "GODEBUG", $"netdns={wish} decides"));
        }

        if (LibcVariables.FirstOrDefault(name => !string.IsNullOrEmpty(variable(name))) is { } set)
        {
            return (libc, new Evidence("environment", set, "it is set, so a cgo program asks libc"));
        }

        var unknown = ResolverSettings.Of(new Resolver(ResolverKind.Go), file).Ignored.FirstOrDefault(text => text.Contains("Go does not know it", StringComparison.Ordinal));
        if (unknown is not null)
        {
            return (libc, new Evidence("file", "/etc/resolv.conf", $"{unknown}, so a cgo program asks libc"));
        }

        return sources is not null && (sources.HasActions || sources.Sources.Except(GoSources).Any())
            ? (libc, new Evidence("file", "/etc/nsswitch.conf", $"hosts: {string.Join(' ', sources.Sources)} is more than Go does itself, so a cgo program asks libc"))
            : (ResolverKind.Go, null);
    }

    /// <summary>Reads the version at the beginning of a package's (<c>2.41-12</c>, <c>1.2.5-r10</c>, <c>2.39-0ubuntu8</c>).</summary>
    internal static Version? ParseVersion(string? text)
    {
        var digits = new string([.. (text ?? "").TakeWhile(c => char.IsAsciiDigit(c) || c == '.')]);
        return Version.TryParse(digits.TrimEnd('.'), out var version) ? version : null;
    }
}
