namespace DebugDeck.Practice.Objects;

/// <summary>One entry of a resource's history.</summary>
/// <param name="Current">The object after the change; of a deletion its last state, with the version of the deletion.</param>
/// <param name="Previous">The object before: a watch with a selector must know whether it matched then.</param>
internal sealed record Change(ChangeType Type, StoredObject Current, StoredObject? Previous)
{
    public long Version => Current.Version;
}
