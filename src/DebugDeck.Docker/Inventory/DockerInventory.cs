using System.Runtime.CompilerServices;
using System.Threading.Channels;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Targets;

namespace DebugDeck.Docker.Inventory;

/// <summary>The containers of one engine: one look, the live watch, and finding one by name.</summary>
public sealed class DockerInventory(DockerConnection connection)
{
    private readonly ContainerReader _reader = new(connection);

    // What the address alone said. `docker://web` must work where DOCKER_HOST leads to Podman, as the docker command does.
    private readonly HostKind _guessedKind = connection.Info.Kind;

    /// <inheritdoc cref="IContainerHost.ListAsync"/>
    public async Task<Core.Hosts.Inventory> ListAsync(CancellationToken cancellationToken)
    {
        try
        {
            var version = await connection.IdentifyAsync(cancellationToken);
            var listed = await _reader.ListAsync(cancellationToken);
            return new(new HostStatus(HostState.Ready, Version: version), await _reader.InspectAsync(listed, cancellationToken));
        }
        catch (DebugDeckException error)
        {
            return new(new HostStatus(HostState.Unreachable, error.Message), []);
        }
    }

    /// <inheritdoc cref="IContainerHost.WatchAsync"/>
    public async IAsyncEnumerable<InventoryChange> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var changes = Channel.CreateUnbounded<InventoryChange>(new() { SingleReader = true });
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watching = new InventoryWatch(connection, _reader, changes.Writer).RunAsync(end.Token);
        try
        {
            await foreach (var change in changes.Reader.ReadAllAsync(cancellationToken))
            {
                yield return change;
            }
        }
        finally
        {
            await end.CancelAsync();
            await watching;
        }
    }

    /// <inheritdoc cref="IContainerHost.FindAsync"/>
    /// <exception cref="DebugDeckException">Unreachable.</exception>
    public async Task<IReadOnlyList<Target>> FindAsync(TargetAddress address, CancellationToken cancellationToken)
    {
        if (address.Kind is not (AddressKind.Any or AddressKind.Docker or AddressKind.Podman))
        {
            return [];
        }

        await connection.IdentifyAsync(cancellationToken);
        if (!Speaks(address.Kind))
        {
            return [];
        }

        var found = TargetMatch.Find(await _reader.ListAsync(cancellationToken), address.Name);
        return await _reader.InspectAsync(found, cancellationToken);
    }

    private bool Speaks(AddressKind kind) => kind switch
    {
        AddressKind.Docker => _guessedKind == HostKind.Docker || connection.Info.Kind == HostKind.Docker,
        AddressKind.Podman => _guessedKind == HostKind.Podman || connection.Info.Kind == HostKind.Podman,
        _ => true,
    };
}
