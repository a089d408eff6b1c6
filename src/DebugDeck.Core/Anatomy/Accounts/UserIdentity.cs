namespace DebugDeck.Core.Anatomy.Accounts;

/// <summary>As whom a program runs, once the image's files have been asked what its name means.</summary>
/// <param name="UserId">Null where it could not be told.</param>
/// <param name="GroupId">Null where it could not be told.</param>
/// <param name="Source">Where the ids come from, as <c>SecurityFacts.IdentitySource</c> has it.</param>
/// <param name="UnknownName">A user name that the image's files do not know: the container cannot start. Null if there is none.</param>
internal sealed record UserIdentity(long? UserId, long? GroupId, string Source, string? UnknownName)
{
    /// <summary>What the host says comes first, then the image's user.</summary>
    public static UserIdentity Of(ContainerSetting setting, IReadOnlyList<AccountEntry>? accounts, IReadOnlyList<GroupEntry>? groups)
    {
        var security = setting.Security;
        var parts = setting.User?.Split(':', 2);
        var account = accounts?.FirstOrDefault(one => one.Name == parts?[0]);
        var named = parts is null ? null : parts[0].Length == 0 ? 0 : AccountFiles.Number(parts[0]) ?? account?.UserId;
        var user = security.UserId ?? named;
        var source = security.UserId is not null && security.IdentitySource.Length > 0 ? security.IdentitySource : user is null ? "" : "image config";

        // Without a group of its own the user gets the one that passwd gives it, and 0 where passwd does not know it.
        var group = security.GroupId
            ?? (security.UserId is null || security.UserId == named
                ? parts is [_, var given] ? AccountFiles.Number(given) ?? groups?.FirstOrDefault(one => one.Name == given)?.GroupId : null
                : null)
            ?? (accounts is null || user is null ? null : accounts.FirstOrDefault(one => one.UserId == user)?.GroupId ?? 0);
        var isUnknown = security.UserId is null && named is null && accounts is not null;
        return new UserIdentity(user, group, source, isUnknown ? parts?[0] : null);
    }
}
