using System.Globalization;
using DebugDeck.Practice.Files;
using DebugDeck.Practice.Shell.Expansion;

namespace DebugDeck.Practice.Commands;

/// <summary>The tests that <c>find</c> knows, made from their arguments.</summary>
internal sealed class FindTests(CommandContext context)
{
    public static Func<string, Node, bool> Matching(string pattern, bool ignoreCase) => (path, _) =>
    {
        var trimmed = path.Length > 1 ? path.TrimEnd('/') : path;
        var name = trimmed[(trimmed.LastIndexOf('/') + 1)..];
        return ignoreCase
            ? GlobPattern.IsMatch(pattern.ToLowerInvariant(), name.ToLowerInvariant())
            : GlobPattern.IsMatch(pattern, name.Length == 0 ? "/" : name);
    };

    public static Func<string, Node, bool> Path(string pattern) => (path, _) => GlobPattern.IsMatch(pattern, path);

    public static Func<string, Node, bool> OfType(string type) => (_, node) => type[0] == (node.TypeLetter == '-' ? 'f' : node.TypeLetter);

    public static Func<string, Node, bool> Permission(string text)
    {
        var bits = ModeText.Parse(text.TrimStart('-', '/', '+'), 0, isFolder: false);
        return (_, node) => text[0] switch
        {
            '-' => (node.Mode & bits) == bits,
            '/' or '+' => (node.Mode & bits) != 0,
            _ => node.Mode == bits,
        };
    }

    public static Func<string, Node, bool> Size(string text)
    {
        var plain = text.TrimStart('+', '-');
        var unit = char.IsAsciiDigit(plain[^1]) ? 512 : SizeText.Parse("1" + plain[^1]);
        var wanted = Number(plain.TrimEnd('c', 'k', 'b', 'M', 'G', 'w'));
        return (_, node) => Compare(text, (node.Size + unit - 1) / unit, wanted);
    }

    public Func<string, Node, bool> Owner(string name)
    {
        var accounts = new Accounts(context.Files);
        return (_, node) => node.Uid.ToString(CultureInfo.InvariantCulture) == name || accounts.User(node.Uid) == name;
    }

    public Func<string, Node, bool> Age(string text, TimeSpan unit) => (_, node) =>
        Compare(text, (long)((context.Clock.GetUtcNow() - node.ModifiedAt) / unit), Number(text.TrimStart('+', '-')));

    public Func<string, Node, bool> Newer(string path)
    {
        var than = context.Files.Resolve(path).ModifiedAt;
        return (_, node) => node.ModifiedAt > than;
    }

    private static bool Compare(string text, long value, long wanted) => text[0] switch
    {
        '+' => value > wanted,
        '-' => value < wanted,
        _ => value == wanted,
    };

    public static long Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new UsageException($"invalid number '{text}'");
}
