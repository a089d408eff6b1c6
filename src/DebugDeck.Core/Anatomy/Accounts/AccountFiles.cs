using System.Globalization;
using System.Text;

namespace DebugDeck.Core.Anatomy.Accounts;

/// <summary>Reads <c>/etc/passwd</c> and <c>/etc/group</c>. Lines that are none are passed over, as libc does.</summary>
internal static class AccountFiles
{
    private const int Most = 10_000;

    public static IReadOnlyList<AccountEntry> Passwd(ReadOnlyMemory<byte> content) =>
    [
        .. Lines(content).Where(parts => parts.Length >= 6).Select(Account).OfType<AccountEntry>().Take(Most),
    ];

    public static IReadOnlyList<GroupEntry> Group(ReadOnlyMemory<byte> content) =>
    [
        .. Lines(content)
            .Where(parts => parts.Length >= 3 && parts[0].Length > 0)
            .Select(parts => Number(parts[2]) is { } id ? new GroupEntry(parts[0], id, parts.Length > 3 ? parts[3].Split(',', StringSplitOptions.RemoveEmptyEntries) : []) : null)
            .OfType<GroupEntry>()
            .Take(Most),
    ];

    public static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= uint.MaxValue ? number : null;

    private static AccountEntry? Account(string[] parts) => parts[0].Length > 0 && Number(parts[2]) is { } user && Number(parts[3]) is { } group
        ? new AccountEntry(parts[0], user, group, parts[5], parts.Length > 6 ? parts[6] : "")
        : null;

    private static IEnumerable<string[]> Lines(ReadOnlyMemory<byte> content) => Encoding.UTF8.GetString(content.Span)
        .Split('\n')
        .Select(line => line.TrimEnd('\r'))
        .Where(line => !line.StartsWith('#'))
        .Select(line => line.Split(':'));
}
