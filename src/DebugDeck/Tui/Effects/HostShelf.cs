using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;

namespace DebugDeck.Tui.Effects;

/// <summary>The hosts by name: those the screens were opened with, and contexts that were chosen since.</summary>
internal sealed class HostShelf(IReadOnlyList<IContainerHost> hosts, IHostSource? contexts)
{
    private readonly Dictionary<string, IContainerHost> _opened = [];
    private readonly Lock _lock = new();

    /// <exception cref="DebugDeckException">Usage: it is a context that cannot be opened.</exception>
    public IContainerHost Find(string name)
    {
        if (hosts.FirstOrDefault(host => host.Info.Name == name) is { } known)
        {
            return known;
        }

        lock (_lock)
        {
            if (!_opened.TryGetValue(name, out var opened))
            {
                _opened[name] = opened = (contexts ?? throw new DebugDeckException(ErrorKind.NotFound, $"there is no host '{name}'")).Open(name);
            }

            return opened;
        }
    }

    /// <summary>Ends those that were opened here.</summary>
    public async ValueTask CloseAsync()
    {
        foreach (var host in _opened.Values)
        {
            await host.DisposeAsync();
        }
    }
}
