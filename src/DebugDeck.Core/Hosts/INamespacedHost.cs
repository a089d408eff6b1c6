using DebugDeck.Core.Errors;

namespace DebugDeck.Core.Hosts;

/// <summary>A host whose targets live in namespaces, of which a part is looked at. Its targets name theirs in <see cref="Targets.Target.Project"/>.</summary>
public interface INamespacedHost : IContainerHost
{
    /// <summary>What is looked at now. A host that refuses to show all of them looks at fewer and says so in its status.</summary>
    NamespaceScope Scope { get; }

    /// <summary>
    /// Looks at other namespaces from now on. A running watch reports <see cref="HostState.Connecting"/>, then the new snapshot.
    /// </summary>
    void Look(NamespaceScope scope);

    /// <summary>The namespaces to choose from.</summary>
    /// <exception cref="DebugDeckException">Unreachable.</exception>
    Task<NamespaceChoices> NamespacesAsync(CancellationToken cancellationToken);
}
