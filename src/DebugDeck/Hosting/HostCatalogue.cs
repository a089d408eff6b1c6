using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;

namespace DebugDeck.Hosting;

/// <summary>The hosts of one run. Owns them.</summary>
internal sealed class HostCatalogue(params IReadOnlyList<IContainerHost> hosts) : IAsyncDisposable
{
    public IReadOnlyList<IContainerHost> Hosts => hosts;

    /// <summary>The hosts that <c>--host</c> asks for: all of a kind, or the one of that name.</summary>
    /// <exception cref="DebugDeckException">NotFound: there is no such host.</exception>
    public IReadOnlyList<IContainerHost> Select(string? filter)
    {
        if (filter is null)
        {
            return hosts;
        }

        // A name is more precise than a kind: a host may well be called `docker`.
        var named = hosts.Where(host => host.Info.Name.Equals(filter, StringComparison.OrdinalIgnoreCase)).ToList();
        var selected = Enum.TryParse<HostKind>(filter, ignoreCase: true, out var kind)
            ? hosts.Where(host => host.Info.Kind == kind || named.Contains(host)).ToList()
            : named;
        return selected.Count > 0
            ? selected
            : throw new DebugDeckException(
                ErrorKind.NotFound,
                $"there is no host '{filter}'",
                hosts.Count > 0 ? $"there are: {string.Join(", ", hosts.Select(host => host.Info.Name))}" : "`debugdeck doctor` shows where engines were looked for");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }
    }
}
