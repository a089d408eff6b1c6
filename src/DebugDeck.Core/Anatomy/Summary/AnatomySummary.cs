using System.Globalization;
using DebugDeck.Core.Anatomy.Accounts;
using DebugDeck.Core.Anatomy.Families;
using DebugDeck.Core.Anatomy.Programs;
using DebugDeck.Core.Anatomy.Shells;
using DebugDeck.Core.Anatomy.TimeData;
using DebugDeck.Core.Anatomy.Trust;
using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Shells;
using DebugDeck.Core.Text;

namespace DebugDeck.Core.Anatomy.Summary;

/// <summary>An anatomy in lines, the same wherever it is shown, so that two can be held against each other.</summary>
public static class AnatomySummary
{
    public static IReadOnlyList<AnatomyRow> Of(TargetAnatomy anatomy) =>
    [
        Plain("image", anatomy.Image.Reference),
        Plain("digest", anatomy.Image.Digest),
        Plain("built", Built(anatomy.Image)),
        Plain("size", anatomy.Image.SizeBytes is { } size ? ByteSize.Format(size) : ""),
        .. Base(anatomy.Look),
        .. Account(anatomy.Readings),
        .. Needs(anatomy.Look),
    ];

    /// <summary>The lines that hold for every container of an image.</summary>
    public static IReadOnlyList<AnatomyRow> Of(ImageLook look) => [.. Base(look), .. Needs(look)];

    private static IReadOnlyList<AnatomyRow> Base(ImageLook look)
    {
        var readings = look.Readings;
        return
        [
            new("family", FamilyText(look.Family), look.Family.Confidence, look.Family.Evidence),
            .. look.BuiltWith.Select(builder => new AnatomyRow("built with", builder.Name, builder.Confidence, builder.Evidence)),
            new("libc", LibcText(readings.Libc), readings.Libc.Confidence, readings.Libc.Evidence),
            new("shell", ShellText(readings.Shell), readings.Shell.Confidence, readings.Shell.Evidence),
            new("packages", PackagesText(readings), readings.PackageManager.Confidence, [.. readings.PackageManager.Evidence, .. readings.Packages.Evidence]),
            new("program", ProgramText(readings.EntryPoint), readings.EntryPoint.Confidence, readings.EntryPoint.Evidence),
            new("runtime", RuntimeText(readings.EntryPoint.Runtime), readings.EntryPoint.Confidence, []),
        ];
    }

    private static IReadOnlyList<AnatomyRow> Account(ContainerReadings readings) =>
    [
        new("user", UserText(readings.Accounts), readings.Accounts.Confidence, readings.Accounts.Evidence),
        new("home", readings.Accounts.Home is { } home ? $"{home}{(readings.Accounts.HomeExists == false ? ", which is not there" : readings.Accounts.HomeIsWritable == false ? ", not writable" : "")}" : AnatomyRow.Unknown, readings.Accounts.Confidence, []),
        new("/tmp", TmpText(readings.Tmp), readings.Tmp.Confidence, readings.Tmp.Evidence),
    ];

    private static IReadOnlyList<AnatomyRow> Needs(ImageLook look) =>
    [
        new("CA", TrustText(look.Certificates), look.Certificates.Confidence, look.Certificates.Evidence),
        new("time zones", TimeText(look.TimeZones), look.TimeZones.Confidence, look.TimeZones.Evidence),
    ];

    public static string FamilyText(FamilyFact family) => family.Id == FamilyFact.UnknownId
        ? AnatomyRow.Unknown
        : string.Join(' ', new[] { family.Name, family.Version, family.Variant is { } variant && !family.Name.EndsWith(variant, StringComparison.Ordinal) ? $"({variant})" : null }.Where(part => !string.IsNullOrEmpty(part)));

    public static string LibcText(Libc libc) => libc.Kind switch
    {
        LibcKind.Glibc => $"glibc {libc.Version}".TrimEnd(),
        LibcKind.Musl => $"musl {libc.Version}".TrimEnd(),
        LibcKind.None => "none",
        _ => AnatomyRow.Unknown,
    };

    public static string ShellText(ShellFacts shell) => shell.Verdict switch
    {
        ShellVerdict.Yes => $"{shell.Path ?? "yes"}{(shell.Kind is { } kind ? $" ({kind})" : "")}{(shell.Comfortable != shell.Path ? $", also {shell.Comfortable}" : "")}",
        ShellVerdict.No => "none",
        ShellVerdict.LikelyNo => "likely none",
        _ => AnatomyRow.Unknown,
    };

    private static string PackagesText(ContainerReadings readings)
    {
        var manager = readings.PackageManager switch
        {
            { Name: { } name } => name,
            { Confidence: Confidence.None } => AnatomyRow.Unknown,
            _ => "no package manager",
        };
        return readings.Packages.Packages.Count > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{manager}; {readings.Packages.Packages.Count} packages in {readings.Packages.Path}")
            : manager;
    }

    private static string ProgramText(EntryPoint program)
    {
        var name = program.Path ?? (program.Command.Count > 0 ? program.Command[0] : null);
        if (name is null)
        {
            return AnatomyRow.Unknown;
        }

        var linkage = program.Linkage switch
        {
            Linkage.Static or Linkage.StaticPie => "static",
            Linkage.Dynamic => $"dynamic, {program.Interpreter}",
            Linkage.Script => $"script of {program.Interpreter}",
            _ => null,
        };
        return string.Join(", ", new[] { name, linkage, program.Architecture }.Where(part => !string.IsNullOrEmpty(part)));
    }

    private static string RuntimeText(RuntimeFacts? runtime) => runtime is null ? AnatomyRow.Unknown : $"{runtime.Name} {runtime.Version}".TrimEnd();

    private static string UserText(AccountFacts user) => user.UserId is not { } uid
        ? AnatomyRow.Unknown
        : string.Create(CultureInfo.InvariantCulture, $"{uid}:{user.GroupId?.ToString(CultureInfo.InvariantCulture) ?? "?"}{(user.Name is { } name ? $" ({name})" : user.HasPasswd is null ? "" : user.HasPasswd == true ? ", not in /etc/passwd" : ", no /etc/passwd")}");

    private static string TmpText(TmpFacts tmp) => (tmp.IsPresent, tmp.IsWritable) switch
    {
        (null, _) => AnatomyRow.Unknown,
        (false, _) => "not there",
        (_, false) => $"not writable{(tmp.Obstacle is { } why ? $": {why}" : "")}",
        (_, true) => "writable",
        _ => "there",
    };

    private static string TrustText(TrustFacts trust) => trust switch
    {
        { IsFound: null } => AnatomyRow.Unknown,
        { IsFound: false } => "none",
        { Path: null } => trust.Evidence is [var first, ..] ? first.Detail : trust.Source,
        { Count: { } count, NewestExpiry: { } newest, OldestExpiry: { } oldest } =>
            string.Create(CultureInfo.InvariantCulture, $"{count} in {trust.Path}, valid until {oldest:yyyy-MM-dd} to {newest:yyyy-MM-dd}{(trust.Expired > 0 ? $", {trust.Expired} expired" : "")}"),
        { Count: { } count } => string.Create(CultureInfo.InvariantCulture, $"{count} in {trust.Path}"),
        _ => trust.Path!,
    };

    private static string TimeText(TimeDataFacts zones)
    {
        var data = zones switch
        {
            { IsFound: null } => AnatomyRow.Unknown,
            { IsFound: false } => "none",
            { Release: { } release } => $"{zones.Source}, {release}",
            _ => zones.Source,
        };
        return zones is { IsFound: null, Zone: null } ? AnatomyRow.Unknown : zones.Zone is { } zone ? $"{data}; local is {zone} ({zones.ZoneSource}{(zones.ZoneIsKnown == false ? ", unknown" : "")})" : $"{data}; local is UTC";
    }

    private static string Built(ImageIdentity image) => image switch
    {
        { HasPlaceholderDate: true } => "unknown (a placeholder date)",
        { Created: { } created } => created.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
        _ => "",
    };

    private static AnatomyRow Plain(string label, string value) => new(label, value.Length > 0 ? value : AnatomyRow.Unknown, value.Length > 0 ? Confidence.High : Confidence.None, []);
}
