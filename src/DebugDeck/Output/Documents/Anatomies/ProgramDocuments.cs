using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Anatomy.Programs;
using DebugDeck.Core.Anatomy.Shells;

namespace DebugDeck.Output.Documents.Anatomies;

/// <summary>The C library.</summary>
/// <param name="Name"><c>glibc</c>, <c>musl</c>, <c>none</c>, <c>unknown</c>.</param>
internal sealed record LibcDocument(string Name, string? Version, string? Path, string Confidence, IReadOnlyList<EvidenceDocument> Evidence)
{
    public static LibcDocument From(Libc libc) => new(DocumentWord.Of(libc.Kind), libc.Version, libc.Path, DocumentWord.Of(libc.Confidence), EvidenceDocument.From(libc.Evidence));
}

/// <summary>The shell.</summary>
internal sealed record ShellFactsDocument(string Verdict, string? Path, string? Kind, IReadOnlyList<string> All, string Confidence, IReadOnlyList<EvidenceDocument> Evidence)
{
    public static ShellFactsDocument From(ShellFacts shell) =>
        new(DocumentWord.Of(shell.Verdict), shell.Path, shell.Kind, shell.All, DocumentWord.Of(shell.Confidence), EvidenceDocument.From(shell.Evidence));
}

/// <summary>What would install a package, and what has been.</summary>
/// <param name="Name">Null where there is none, or it could not be told: <see cref="Confidence"/> says which.</param>
internal sealed record PackageManagerDocument(
    string? Name,
    string? Path,
    string? Database,
    int Packages,
    IReadOnlyDictionary<string, string> Versions,
    string Confidence,
    IReadOnlyList<EvidenceDocument> Evidence)
{
    public static PackageManagerDocument From(ContainerReadings readings)
    {
        var versions = new Dictionary<string, string>();
        Add("glibc", Core.Anatomy.Packages.KnownPackages.Glibc(readings.Packages));
        Add("musl", Core.Anatomy.Packages.KnownPackages.Musl(readings.Packages));
        Add("openssl", Core.Anatomy.Packages.KnownPackages.OpenSsl(readings.Packages));
        Add("ca-certificates", Core.Anatomy.Packages.KnownPackages.CaCertificates(readings.Packages));
        Add("tzdata", Core.Anatomy.Packages.KnownPackages.TimeZones(readings.Packages));
        Add("busybox", Core.Anatomy.Packages.KnownPackages.BusyBox(readings.Packages));
        return new(
            readings.PackageManager.Name,
            readings.PackageManager.Path,
            readings.Packages.Path,
            readings.Packages.Packages.Count,
            versions,
            DocumentWord.Of(readings.PackageManager.Confidence),
            EvidenceDocument.From(readings.PackageManager.Evidence.Concat(readings.Packages.Evidence)));

        void Add(string name, string? version)
        {
            if (version is not null)
            {
                versions[name] = version;
            }
        }
    }
}

/// <summary>The program.</summary>
internal sealed record EntryPointDocument(
    string? Path,
    string Linkage,
    string? Interpreter,
    RuntimeDocument? Runtime,
    IReadOnlyList<FindingDocument> Problems,
    IReadOnlyList<string> Command,
    string? RealPath,
    string? Architecture,
    IReadOnlyList<string> Needed,
    string Confidence,
    IReadOnlyList<EvidenceDocument> Evidence)
{
    public static EntryPointDocument From(EntryPoint program) => new(
        program.Path,
        DocumentWord.Of(program.Linkage),
        program.Interpreter,
        program.Runtime is { } runtime ? new RuntimeDocument(runtime.Id, runtime.Name, runtime.Version, runtime.Module, runtime.Home) : null,
        [.. program.Problems.Select(FindingDocument.From)],
        program.Command,
        program.RealPath,
        program.Architecture,
        program.Needed,
        DocumentWord.Of(program.Confidence),
        EvidenceDocument.From(program.Evidence));
}

/// <summary>What the program is written in, or runs on.</summary>
internal sealed record RuntimeDocument(string Id, string Name, string? Version, string? Module, string? Home);
