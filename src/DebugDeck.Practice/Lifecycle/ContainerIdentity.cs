using System.Globalization;
using DebugDeck.Practice.Processes;

namespace DebugDeck.Practice.Lifecycle;

/// <summary>Works out as whom a container runs, as the kubelet and the runtime do between them.</summary>
internal static class ContainerIdentity
{
    /// <param name="settings">The security context.</param>
    /// <param name="imageUser">The user of the image: a number or a name, with or without a group; empty for root.</param>
    /// <param name="passwd">The image's <c>/etc/passwd</c>; empty if it has none.</param>
    /// <param name="group">The image's <c>/etc/group</c>; empty if it has none.</param>
    /// <exception cref="ContainerConfigException">It may not run as root and would, or has a user that the image does not know.</exception>
    public static Credentials Resolve(SecuritySettings settings, string imageUser, string passwd, string group)
    {
        if (settings.RunAsNonRoot)
        {
            DemandNonRoot(settings, imageUser);
        }

        var parts = imageUser.Split(':', 2);
        var accounts = Account.Parse(passwd);
        var uid = settings.RunAsUser ?? Uid(parts[0], accounts);
        var gid = settings.RunAsGroup
            ?? (settings.RunAsUser is null && parts.Length == 2 ? Gid(parts[1], group) : accounts.FirstOrDefault(account => account.Uid == uid)?.Gid ?? 0);
        return Credentials.ForContainer(uid, gid, [gid, .. settings.ExtraGroups.Where(extra => extra != gid)], settings.Granted);
    }

    private static void DemandNonRoot(SecuritySettings settings, string imageUser)
    {
        if (settings.RunAsUser == 0)
        {
            throw new ContainerConfigException("container's runAsUser breaks non-root policy");
        }

        var user = imageUser.Split(':', 2)[0];
        if (settings.RunAsUser is not null)
        {
            return;
        }

        if (user is "" or "0" or "root")
        {
            throw new ContainerConfigException("container has runAsNonRoot and image will run as root");
        }

        if (!IsNumber(user))
        {
            throw new ContainerConfigException($"container has runAsNonRoot and image has non-numeric user ({user}), cannot verify user is non-root");
        }
    }

    private static int Uid(string user, IReadOnlyList<Account> accounts) => user.Length == 0
        ? 0
        : IsNumber(user)
            ? int.Parse(user, CultureInfo.InvariantCulture)
            : accounts.FirstOrDefault(account => account.Name == user)?.Uid
                ?? throw new ContainerConfigException($"unable to find user {user}: no matching entries in passwd file");

    private static int Gid(string name, string group)
    {
        if (IsNumber(name))
        {
            return int.Parse(name, CultureInfo.InvariantCulture);
        }

        var line = group.Split('\n').FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.Ordinal))
            ?? throw new ContainerConfigException($"unable to find group {name}: no matching entries in group file");
        return int.Parse(line.Split(':')[2], CultureInfo.InvariantCulture);
    }

    private static bool IsNumber(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
