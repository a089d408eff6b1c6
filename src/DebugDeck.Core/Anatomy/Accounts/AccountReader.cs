using System.Text;
using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Files;
using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Anatomy.Accounts;

/// <summary>Reads what the image's files know of the user that the program runs as.</summary>
internal static class AccountReader
{
    public static AccountFacts Read(CaptureView view, ContainerSetting setting)
    {
        var passwd = view.Content("/etc/passwd");
        var group = view.Content("/etc/group");
        var nsswitch = view.Content("/etc/nsswitch.conf");
        var accounts = Known(passwd) is null ? null : passwd!.Content is { } users ? AccountFiles.Passwd(users) : [];
        var groups = Known(group) is null ? null : group!.Content is { } lines ? AccountFiles.Group(lines) : [];
        var identity = UserIdentity.Of(setting, accounts, groups);
        var account = identity.UserId is { } user ? accounts?.FirstOrDefault(one => one.UserId == user) : null;
        var (home, source) = Home(setting, account, isKnown: accounts is not null && identity.UserId is not null);
        var folder = home is { Length: > 0 } && home.StartsWith('/') ? view.Stat(home) : null;
        return new AccountFacts
        {
            UserId = identity.UserId,
            GroupId = identity.GroupId,
            Source = identity.Source,
            UnknownName = identity.UnknownName,
            HasPasswd = Known(passwd),
            HasGroup = Known(group),
            Account = account,
            Group = identity.GroupId is { } id ? groups?.FirstOrDefault(one => one.GroupId == id) : null,
            Home = home,
            HomeSource = source,
            HomeExists = folder is null or { Error: not null } ? null : folder.Target is { Kind: FileKind.Directory },
            HomeIsWritable = folder?.Target is { Kind: FileKind.Directory } there && !setting.Security.ReadOnlyRoot
                ? FileAccess.MayWrite(there, identity.UserId, identity.GroupId, setting.Security.SupplementalGroups)
                : null,
            HasNsswitch = Known(nsswitch),
            HostSources = nsswitch?.Content is { } switches ? HostLine(switches) : null,
            Confidence = accounts is null ? Confidence.None : Confidence.High,
            Evidence = [.. Evidence(passwd, identity.UserId is null ? "is there" : account is null ? $"no line for uid {identity.UserId}" : $"{account.Name}:{account.UserId}:{account.GroupId}:{account.Home}"), .. Evidence(group, "is there"), .. Evidence(nsswitch, "is there")],
        };
    }

    // HOME is set by the engines from passwd where nothing else sets it, and to / for a user that is not in it.
    private static (string? Home, string Source) Home(ContainerSetting setting, AccountEntry? account, bool isKnown) =>
        setting.Environment.TryGetValue("HOME", out var set) ? (set, "environment")
        : account is not null ? (account.Home, "/etc/passwd")
        : isKnown ? ("/", "engine default")
        : (null, "");

    private static bool? Known(CapturedFile? file) => file is null or { Error: not null } ? null : file.Exists;

    private static IEnumerable<Evidence> Evidence(CapturedFile? file, string there) =>
        file is null ? [] : [new Evidence("file", file.Path, file.Error ?? (file.Exists ? there : "not there"))];

    private static string? HostLine(ReadOnlyMemory<byte> content) => Encoding.UTF8.GetString(content.Span).Split('\n')
        .Select(line => line.Split('#')[0].Trim())
        .Where(line => line.StartsWith("hosts:", StringComparison.Ordinal))
        .Select(line => line["hosts:".Length..].Trim())
        .FirstOrDefault();
}
