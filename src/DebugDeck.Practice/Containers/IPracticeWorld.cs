namespace DebugDeck.Practice.Containers;

/// <summary>A world to practise in: who may use it, what is in it, and what runs its containers.</summary>
public interface IPracticeWorld : IAsyncDisposable
{
    /// <summary>The users; each gets a token and a kubeconfig.</summary>
    IReadOnlyList<WorldUser> Users { get; }

    /// <summary>Runs the containers from the moment <see cref="StartAsync"/> has completed.</summary>
    IContainerRuntime Runtime { get; }

    /// <summary>Puts all objects of the world into the cluster and starts the life of its containers.</summary>
    Task StartAsync(IClusterState cluster, TimeProvider time, CancellationToken cancellationToken);
}
