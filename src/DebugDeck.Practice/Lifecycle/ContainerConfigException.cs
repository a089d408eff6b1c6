namespace DebugDeck.Practice.Lifecycle;

/// <summary>A container that cannot be created from its specification: the kubelet's <c>CreateContainerConfigError</c>.</summary>
internal class ContainerConfigException(string message) : Exception(message);
