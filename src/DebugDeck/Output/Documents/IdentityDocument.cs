using DebugDeck.Core.Debugging.Planning;

namespace DebugDeck.Output.Documents;

/// <summary>As whom a target runs, and who says so.</summary>
internal sealed record IdentityDocument(long? Uid, long? Gid, string Source)
{
    public static IdentityDocument From(TargetIdentity identity) => new(identity.UserId, identity.GroupId, identity.Source);
}
