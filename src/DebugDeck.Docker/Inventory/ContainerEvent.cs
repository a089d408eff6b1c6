namespace DebugDeck.Docker.Inventory;

/// <summary>Something happened to a container that may show in the inventory.</summary>
/// <param name="ContainerId">The full id.</param>
/// <param name="IsRemoval">It is gone.</param>
internal readonly record struct ContainerEvent(string ContainerId, bool IsRemoval);
