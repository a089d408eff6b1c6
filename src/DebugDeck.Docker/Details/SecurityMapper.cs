using System.Globalization;
using DebugDeck.Core.Targets.Details;
using Docker.DotNet.Models;

namespace DebugDeck.Docker.Details;

/// <summary>As whom a container runs and what it may do, from its configuration and its image's.</summary>
internal static class SecurityMapper
{
    public static SecurityFacts Map(ContainerConfig config, HostConfig host, ImageFacts? image)
    {
        var user = config.User ?? "";
        var (uid, gid) = Identity(user);
        return new SecurityFacts
        {
            UserId = uid,
            GroupId = gid,
            IdentitySource = uid is null ? "" : user == (image?.User ?? "") ? "image config" : "container spec",
            Privileged = host.Privileged,
            ReadOnlyRoot = host.ReadonlyRootfs,
            AllowPrivilegeEscalation = host.SecurityOpt?.Any(option => option is "no-new-privileges" or "no-new-privileges:true") == true ? false : null,
            AddedCapabilities = Names(host.CapAdd),
            DroppedCapabilities = Names(host.CapDrop),
            SupplementalGroups = [.. (host.GroupAdd ?? []).Select(Number).OfType<long>()],
        };
    }

    // Nothing said is root. A user without a group gets the group that the image's passwd gives it, and 0 where that has no such user;
    // a name means what the image's passwd says: both are only known once its files have been read.
    private static (long? User, long? Group) Identity(string user)
    {
        if (user.Length == 0)
        {
            return (0, 0);
        }

        var parts = user.Split(':', 2);
        return (Number(parts[0]), parts.Length == 2 ? Number(parts[1]) : parts[0] == "0" ? 0 : null);
    }

    private static string[] Names(IList<string>? capabilities) =>
        [.. (capabilities ?? []).Select(name => name.StartsWith("CAP_", StringComparison.OrdinalIgnoreCase) ? name[4..].ToUpperInvariant() : name.ToUpperInvariant())];

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
