namespace DebugDeck.Practice.Containers;

/// <summary>
/// What runs the containers, as the kubelet does for the real API server. The API server checks permissions, admission and
/// names before it calls; whether a container runs is for the runtime to say.
/// The three notifications return at once and never throw: the runtime does what follows in its own time and reports it by
/// updating the pod's status in <see cref="IClusterState"/>.
/// </summary>
public interface IContainerRuntime
{
    /// <summary>Runs a process in a container to its end and returns its exit code (128 + signal if it was killed).</summary>
    /// <exception cref="ExecFailedException">The program is missing or may not be run.</exception>
    /// <exception cref="ContainerNotFoundException">The container does not run.</exception>
    Task<int> ExecAsync(ContainerKey key, ExecRequest request, IExecStreams streams, CancellationToken cancellationToken);

    /// <summary>Connects a client to the container's own process until the process ends, the client leaves, or input ends.</summary>
    /// <exception cref="ContainerNotFoundException">The container does not run.</exception>
    Task AttachAsync(ContainerKey key, IExecStreams streams, CancellationToken cancellationToken);

    /// <summary>The container's log, oldest record first.</summary>
    /// <exception cref="ContainerNotFoundException">The log of that run is gone, as after a runtime's clean-up.</exception>
    IAsyncEnumerable<LogRecord> ReadLogsAsync(ContainerKey key, LogQuery query, CancellationToken cancellationToken);

    /// <summary>A client has created the pod: schedule it and start its containers.</summary>
    void PodCreated(ObjectKey pod);

    /// <summary>Ephemeral containers were added to the pod's spec: start those that have no status yet.</summary>
    void EphemeralContainersAdded(ObjectKey pod);

    /// <summary>
    /// The pod has a deletion timestamp: stop its containers within the grace period, then call <see cref="IClusterState.Remove"/>.
    /// With no grace at all the object is gone already.
    /// </summary>
    void PodDeleted(ObjectKey pod, TimeSpan gracePeriod);
}
