using DebugDeck.Core.Anatomy.Programs;
using DebugDeck.Core.Diagnosis.Checks;
using DebugDeck.Core.Diagnosis.Gathering;

namespace DebugDeck.Core.Diagnosis.Programs;

/// <summary>What is different with musl: programs built for glibc, small stacks, locales, and how names are resolved.</summary>
public sealed class MuslCheck : ICheck
{
    public string Name => "musl.traits";

    public IReadOnlyList<EvidenceRequest> Needs(CheckInputs inputs, CaseEvidence evidence) => new AnatomyCase(evidence).Needs();

    public IReadOnlyList<Finding> Evaluate(CheckInputs inputs, CaseEvidence evidence)
    {
        var trait = new AnatomyCase(evidence);
        var (program, libc) = (trait.Readings.EntryPoint, trait.Readings.Libc);
        var mismatch = program.Problems.FirstOrDefault(problem => problem.Rule is "program.glibc-on-musl" or "program.musl-on-glibc");
        if (mismatch is not null)
        {
            return [mismatch];
        }

        if (libc.Confidence == Confidence.None && program.Confidence == Confidence.None)
        {
            return [new Finding("musl.unknown", Severity.Info, "It could not be told which C library the program uses", "Neither the program nor the image's files could be read, so nothing is concluded.")];
        }

        if (libc.Kind != LibcKind.Musl || program.Linkage is Linkage.Static or Linkage.StaticPie)
        {
            return [new Finding("musl.none", Severity.Ok, libc.Kind == LibcKind.Musl ? "The image has musl, and its program does not use it" : "musl plays no part here", "None of musl's peculiarities concerns this program.") { Evidence = libc.Evidence }];
        }

        var findings = new List<Finding>();
        if (evidence.Details?.LastEnd?.ExitCode == 139)
        {
            findings.Add(new Finding("musl.stack", Severity.Warning, "It crashed, and its threads have small stacks", "A thread gets 128 KiB with musl and 8 MiB with glibc. Deep recursion, regular expressions and large local arrays overflow it: exit code 139.")
            {
                Evidence = [new Evidence("status", "last end", "exit code 139"), .. libc.Evidence],
                Fixes = [new Fix(FixKind.Lasting, "Link it with larger stacks, or take an image with glibc", "dockerfile", "RUN gcc -Wl,-z,stack-size=2097152 …\n# or\nFROM debian:13-slim")],
                Links = ["https://wiki.musl-libc.org/functional-differences-from-glibc.html#Thread-stack-size"],
            });
        }

        var locale = trait.Setting.Environment.GetValueOrDefault("LC_ALL") ?? trait.Setting.Environment.GetValueOrDefault("LANG");
        if (locale is { Length: > 0 } set and not ("C" or "C.UTF-8" or "POSIX" or "en_US.UTF-8"))
        {
            findings.Add(new Finding("musl.locale", Severity.Info, $"The locale {set} does little with musl", "musl is always UTF-8, sorts by bytes and has no formats of other languages unless musl-locales is installed.") { Evidence = [new Evidence("spec", "LANG", set)] });
        }

        findings.Add(new Finding("musl.resolver", Severity.Info, "Names are resolved by musl's rules", "It asks all name servers at once, does not use the search list for names with enough dots, and speaks TCP only since 1.2.4. The playbook dns shows what that means for a name.") { Evidence = libc.Evidence });
        return findings;
    }
}
