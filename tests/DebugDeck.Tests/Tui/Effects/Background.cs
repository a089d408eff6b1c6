using DebugDeck.Core.Debugging;
using DebugDeck.TestKit;
using DebugDeck.Tui;
using DebugDeck.Tui.Effects;
using DebugDeck.Tui.Messages;
using DebugDeck.Tui.State;

namespace DebugDeck.Tests.Tui.Effects;

/// <summary>The store and the work behind it, without screens.</summary>
internal sealed class Background : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource _stop = new();
    private readonly Task _work;

    public Background(params IReadOnlyList<FakeHost> hosts)
    {
        Store = new DeckStore(DeckState.Start(hosts.Select(host => host.Info), new TerminalSize(80, 24), Sample.Now), TimeProvider.System);
        var effects = new EffectRunner(Store, new EffectContext(Store, hosts, TimeProvider.System, Sessions));
        _work = Task.WhenAll(Store.RunAsync(_stop.Token), effects.RunAsync(_stop.Token));
    }

    public DeckStore Store { get; }

    public SessionShelf Sessions { get; } = new();

    public DeckState State => Store.State;

    public void Tell(params IReadOnlyList<Message> messages)
    {
        foreach (var message in messages)
        {
            Store.Dispatch(message);
        }
    }

    /// <summary>Waits until the state is as wanted.</summary>
    public async Task<DeckState> UntilAsync(Func<DeckState, bool> condition)
    {
        var reached = new TaskCompletionSource<DeckState>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look()
        {
            if (State is var state && condition(state))
            {
                reached.TrySetResult(state);
            }
        }

        Store.Changed += Look;
        Look();
        try
        {
            return await reached.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        }
        finally
        {
            Store.Changed -= Look;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }
}
