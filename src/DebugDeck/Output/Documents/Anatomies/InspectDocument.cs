using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Anatomy.Knowledge;

namespace DebugDeck.Output.Documents.Anatomies;

/// <summary>What <c>inspect -o json</c> prints: a contract (issue 5).</summary>
internal sealed record InspectDocument
{
    public int SchemaVersion { get; } = 1;

    public required string Address { get; init; }

    public required ImageDocument Image { get; init; }

    public required FamilyDocument Family { get; init; }

    public required IReadOnlyList<BuilderDocument> BuiltWith { get; init; }

    public required LibcDocument Libc { get; init; }

    public required ShellFactsDocument Shell { get; init; }

    public required PackageManagerDocument PackageManager { get; init; }

    public required EntryPointDocument EntryPoint { get; init; }

    public required UserDocument User { get; init; }

    public required CertificatesDocument Certificates { get; init; }

    public required TimeZonesDocument TimeZones { get; init; }

    public required AccountsDocument Accounts { get; init; }

    public required TmpDocument Tmp { get; init; }

    public required IReadOnlyList<FindingDocument> Findings { get; init; }

    public required IReadOnlyList<WayInDocument> WaysIn { get; init; }

    public KnowledgeDocument? Knowledge { get; init; }

    /// <summary>The files were looked at; false: all is from names and configuration.</summary>
    public required bool FilesRead { get; init; }

    /// <summary>When the files were looked at, where that was before; null for just now.</summary>
    public DateTime? RememberedFrom { get; init; }

    public required IReadOnlyList<string> Missing { get; init; }

    public static InspectDocument From(TargetAnatomy anatomy) => new()
    {
        Address = anatomy.Address,
        Image = ImageDocument.From(anatomy.Image),
        Family = FamilyDocument.From(anatomy.Family),
        BuiltWith = [.. anatomy.BuiltWith.Select(BuilderDocument.From)],
        Libc = LibcDocument.From(anatomy.Readings.Libc),
        Shell = ShellFactsDocument.From(anatomy.Readings.Shell),
        PackageManager = PackageManagerDocument.From(anatomy.Readings),
        EntryPoint = EntryPointDocument.From(anatomy.Readings.EntryPoint),
        User = UserDocument.From(anatomy.Readings.Accounts),
        Certificates = CertificatesDocument.From(anatomy.Certificates),
        TimeZones = TimeZonesDocument.From(anatomy.TimeZones),
        Accounts = AccountsDocument.From(anatomy.Readings.Accounts),
        Tmp = TmpDocument.From(anatomy.Readings.Tmp),
        Findings = [.. anatomy.Findings.Select(FindingDocument.From)],
        WaysIn = [.. anatomy.WaysIn.Select(way => new WayInDocument(way.Id, way.Title, way.Command, way.Why))],
        Knowledge = KnowledgeBase.Of(anatomy.Family.Id) is { } knowledge ? new KnowledgeDocument(knowledge.GoodFor, knowledge.AvoidWhen, knowledge.Traps) : null,
        FilesRead = anatomy.HasFiles,
        RememberedFrom = anatomy.RememberedFrom?.UtcDateTime,
        Missing = anatomy.Missing,
    };
}

internal sealed record WayInDocument(string Id, string Title, string Command, string Why);

/// <summary>What is known about the family in general.</summary>
internal sealed record KnowledgeDocument(IReadOnlyList<string> GoodFor, IReadOnlyList<string> AvoidWhen, IReadOnlyList<string> Traps);
