using DebugDeck.Core.Anatomy.Accounts;
using DebugDeck.Core.Anatomy.TimeData;
using DebugDeck.Core.Anatomy.Trust;

namespace DebugDeck.Output.Documents.Anatomies;

/// <summary>As whom it runs.</summary>
internal sealed record UserDocument(long? Uid, long? Gid, string? Name, string Source)
{
    public static UserDocument From(AccountFacts accounts) => new(accounts.UserId, accounts.GroupId, accounts.Name, accounts.Source);
}

/// <summary>Whom it trusts.</summary>
internal sealed record CertificatesDocument(
    bool? Found,
    string? Path,
    string Source,
    int? Count,
    DateTime? OldestExpiry,
    DateTime? NewestExpiry,
    int Expired,
    IReadOnlyList<string> LookedFor,
    string? Problem,
    string Confidence,
    IReadOnlyList<EvidenceDocument> Evidence)
{
    public static CertificatesDocument From(TrustFacts trust) => new(
        trust.IsFound,
        trust.Path,
        trust.Source,
        trust.Count,
        trust.OldestExpiry?.UtcDateTime,
        trust.NewestExpiry?.UtcDateTime,
        trust.Expired,
        trust.LookedFor,
        trust.Problem,
        DocumentWord.Of(trust.Confidence),
        EvidenceDocument.From(trust.Evidence));
}

/// <summary>Its time zone data.</summary>
internal sealed record TimeZonesDocument(
    bool? Found,
    string? Path,
    string Source,
    string? Release,
    string? Zone,
    string ZoneSource,
    bool? ZoneKnown,
    string Confidence,
    IReadOnlyList<EvidenceDocument> Evidence)
{
    public static TimeZonesDocument From(TimeDataFacts zones) => new(
        zones.IsFound,
        zones.Path,
        zones.Source,
        zones.Release,
        zones.Zone,
        zones.ZoneSource,
        zones.ZoneIsKnown,
        DocumentWord.Of(zones.Confidence),
        EvidenceDocument.From(zones.Evidence));
}

/// <summary>What the files know of the user.</summary>
internal sealed record AccountsDocument(
    bool? Passwd,
    bool? Group,
    bool? UserHasEntry,
    string? Home,
    string HomeSource,
    bool? HomeExists,
    bool? HomeWritable,
    bool? Nsswitch,
    string? HostSources,
    string Confidence,
    IReadOnlyList<EvidenceDocument> Evidence)
{
    public static AccountsDocument From(AccountFacts accounts) => new(
        accounts.HasPasswd,
        accounts.HasGroup,
        accounts.HasPasswd is null || accounts.UserId is null ? null : accounts.Account is not null,
        accounts.Home,
        accounts.HomeSource,
        accounts.HomeExists,
        accounts.HomeIsWritable,
        accounts.HasNsswitch,
        accounts.HostSources,
        DocumentWord.Of(accounts.Confidence),
        EvidenceDocument.From(accounts.Evidence));
}

/// <summary>The directory for temporary files.</summary>
internal sealed record TmpDocument(string Path, bool? Present, bool? Writable, string? Mode, string? Mount, string? Obstacle, string Confidence, IReadOnlyList<EvidenceDocument> Evidence)
{
    public static TmpDocument From(TmpFacts tmp) => new(
        tmp.Path,
        tmp.IsPresent,
        tmp.IsWritable,
        tmp.Mode is { } mode ? ModeText.Octal(mode) : null,
        tmp.Mount,
        tmp.Obstacle,
        DocumentWord.Of(tmp.Confidence),
        EvidenceDocument.From(tmp.Evidence));
}
