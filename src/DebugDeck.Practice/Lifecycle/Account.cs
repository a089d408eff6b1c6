using System.Globalization;

namespace DebugDeck.Practice.Lifecycle;

/// <summary>A line of <c>/etc/passwd</c>.</summary>
internal sealed record Account(string Name, int Uid, int Gid, string Home, string Shell)
{
    public static IReadOnlyList<Account> Parse(string passwd)
    {
        var accounts = new List<Account>();
        foreach (var line in passwd.Split('\n'))
        {
            if (line.Split(':') is [var name, _, var uid, var gid, _, var home, var shell]
                && int.TryParse(uid, NumberStyles.None, CultureInfo.InvariantCulture, out var user)
                && int.TryParse(gid, NumberStyles.None, CultureInfo.InvariantCulture, out var group))
            {
                accounts.Add(new Account(name, user, group, home, shell));
            }
        }

        return accounts;
    }
}
