using DebugDeck.Core.Anatomy.Accounts;
using DebugDeck.Core.Anatomy.Families;
using DebugDeck.Core.Anatomy.Programs;
using DebugDeck.Core.Anatomy.Shells;
using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Shells;
using DebugDeck.Core.Targets.Details;

namespace DebugDeck.Core.Anatomy;

/// <summary>What can be said of a container whose files cannot be looked at: little, and never more than likely.</summary>
internal static class Expectation
{
    // Families that never have a shell, unless a variant says so.
    private static readonly string[] Bare = ["scratch", "distroless", "ubuntu-chiselled", "azurelinux-distroless"];

    private static readonly string[] Musl = ["alpine"];

    private static readonly string[] Glibc = ["wolfi", "chainguard", "debian", "debian-slim", "ubuntu", "ubuntu-chiselled", "ubi", "ubi-micro", "ubi-minimal", "ubi-init", "azurelinux", "azurelinux-distroless", "fedora", "rocky", "amazonlinux", "opensuse"];

    public static ContainerReadings Of(FamilyFact family, AnatomySubject subject) => new()
    {
        EntryPoint = EntryPoint.Unknown with { Command = subject.Setting.Command },
        Libc = new Libc
        {
            Kind = LibcOf(family.Id, family.Variant),
            Confidence = family.Confidence == Confidence.None ? Confidence.None : Confidence.Low,
            Evidence = Because(family),
        },
        Shell = Shell(family, subject),
        Accounts = Accounts(subject),
    };

    /// <summary>The libc that images of a family come with; unknown where that depends on more than the family.</summary>
    public static LibcKind LibcOf(string family, string? variant) => family switch
    {
        _ when Musl.Contains(family) => LibcKind.Musl,
        _ when Glibc.Contains(family) => LibcKind.Glibc,
        "distroless" when variant is not null && !variant.StartsWith("static", StringComparison.Ordinal) => LibcKind.Glibc,
        _ => LibcKind.Unknown,
    };

    /// <summary>The same image in another container may run as somebody else.</summary>
    public static ContainerReadings Reidentify(ContainerReadings remembered, AnatomySubject subject)
    {
        if (subject.Details?.Security is not { UserId: { } user } security || (user == remembered.Accounts.UserId && security.GroupId is null))
        {
            return remembered;
        }

        return user == remembered.Accounts.UserId && security.GroupId == remembered.Accounts.GroupId
            ? remembered
            : remembered with { Accounts = Accounts(subject) with { HasPasswd = remembered.Accounts.HasPasswd, HasGroup = remembered.Accounts.HasGroup, HasNsswitch = remembered.Accounts.HasNsswitch } };
    }

    private static ShellFacts Shell(FamilyFact family, AnatomySubject subject)
    {
        if (subject.Details?.Target.Shell is { Verdict: not ShellVerdict.Unknown } found)
        {
            return new ShellFacts { Verdict = found.Verdict, Path = found.Path, Confidence = found.Verdict == ShellVerdict.LikelyNo ? Confidence.Low : Confidence.High, Evidence = [.. found.Evidence.Select(line => new Evidence("host", null, line))] };
        }

        var isBare = Bare.Contains(family.Id) && family.Variant?.EndsWith("debug", StringComparison.Ordinal) != true;
        return new ShellFacts
        {
            Verdict = isBare ? ShellVerdict.LikelyNo : ShellVerdict.Unknown,
            Confidence = isBare ? Confidence.Low : Confidence.None,
            Evidence = isBare ? Because(family) : [],
        };
    }

    private static AccountFacts Accounts(AnatomySubject subject)
    {
        var security = subject.Details?.Security ?? new SecurityFacts();
        return new AccountFacts
        {
            UserId = security.UserId,
            GroupId = security.GroupId,
            Source = security.IdentitySource,
            Confidence = security.UserId is null ? Confidence.None : security.IdentitySource == "status" ? Confidence.High : Confidence.Medium,
            Evidence = security.UserId is { } user ? [new Evidence(security.IdentitySource, "runAsUser", $"{user}")] : [],
        };
    }

    private static IReadOnlyList<Evidence> Because(FamilyFact family) =>
        family.Id == FamilyFact.UnknownId ? [] : [new Evidence("family", null, $"as images of {family.Name} are; the files were not looked at")];
}
