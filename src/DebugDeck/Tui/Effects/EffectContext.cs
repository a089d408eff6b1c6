using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Targets;
using DebugDeck.Tui.Messages;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Effects;

/// <summary>What background work has to do with: the hosts, the state at its start, and the way back.</summary>
internal sealed class EffectContext(DeckStore store, IReadOnlyList<IContainerHost> hosts, TimeProvider clock, SessionShelf sessions)
{
    public TimeProvider Clock => clock;

    public SessionShelf Sessions => sessions;

    public DeckState State => store.State;

    public IContainerHost Host(string name) => hosts.First(host => host.Info.Name == name);

    /// <exception cref="DebugDeckException">NotFound: the target has gone.</exception>
    public Target Target(TargetKey key) => State.Targets.GetValueOrDefault(key)
        ?? throw new DebugDeckException(ErrorKind.NotFound, "this container is gone");

    public ValueTask PostAsync(Message message, CancellationToken cancellationToken) => store.PostAsync(message, cancellationToken);

    /// <summary>Something that the next report makes obsolete.</summary>
    public void Report(Message message) => store.Report(message);
}
