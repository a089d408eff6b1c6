using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Anatomy.Remembering;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Playbooks.Files;
using DebugDeck.Core.Targets;
using DebugDeck.Tui.Messages;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Effects;

/// <summary>What background work has to do with: the hosts, the state at its start, and the way back.</summary>
internal sealed class EffectContext(
    DeckStore store, IReadOnlyList<IContainerHost> hosts, TimeProvider clock, SessionShelf sessions, IHostSource? contexts = null, Func<PlaybookLibrary>? playbooks = null, AnatomyLookup? anatomies = null)
{
    private readonly HostShelf _hosts = new(hosts, contexts);
    private readonly Lazy<PlaybookLibrary> _playbooks = new(playbooks ?? (static () => PlaybookLibrary.Builtin));

    /// <summary>Read when the first screen wants them, not before the first screen there is.</summary>
    public PlaybookLibrary Playbooks => _playbooks.Value;

    public AnatomyLookup Anatomies { get; } = anatomies ?? new AnatomyLookup(new AnatomyCache(null, clock), clock);

    public TimeProvider Clock => clock;

    public SessionShelf Sessions => sessions;

    public DeckState State => store.State;

    /// <exception cref="DebugDeckException">Usage: it is a context that cannot be opened.</exception>
    public IContainerHost Host(string name) => _hosts.Find(name);

    /// <exception cref="DebugDeckException">NotFound: the target has gone.</exception>
    public Target Target(TargetKey key) => State.Targets.GetValueOrDefault(key)
        ?? throw new DebugDeckException(ErrorKind.NotFound, "this container is gone");

    /// <summary>Ends the hosts that were opened on the way; the others are the caller's.</summary>
    public ValueTask CloseAsync() => _hosts.CloseAsync();

    public ValueTask PostAsync(Message message, CancellationToken cancellationToken) => store.PostAsync(message, cancellationToken);

    /// <summary>Something that the next report makes obsolete.</summary>
    public void Report(Message message) => store.Report(message);
}
