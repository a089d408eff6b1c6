using System.Threading.Channels;
using DebugDeck.Tui.Messages;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui;

/// <summary>
/// Holds the state and the only way to change it. Messages from the background go through a channel with one consumer, which takes a whole
/// burst at a time and lets nobody see the states in between. What the user does is applied at once, so that the same frame shows it.
/// </summary>
internal sealed class DeckStore(DeckState first, TimeProvider clock)
{
    // A host that reports faster than we can follow waits; it must not fill our memory.
    private const int Capacity = 8192;

    // Nobody sees more than a screen can show: 60 states a second.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(15);

    // Tens of thousands of rows take a while to be put in order. What comes meanwhile is taken together, so that ordering never gets more than
    // about a third of the time, whatever arrives.
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(300);

    private readonly Channel<Message> _messages = Channel.CreateBounded<Message>(new BoundedChannelOptions(Capacity) { SingleReader = true });
    private readonly Lock _gate = new();
    private volatile DeckState _state = Reducer.Settle(first);

    /// <summary>There is a new state. Raised on whichever thread made it.</summary>
    public event Action? Changed;

    public DeckState State => _state;

    /// <summary>Applies what the user does.</summary>
    public void Dispatch(Message message)
    {
        Apply(message, static (state, one) => Reducer.Reduce(state, one));
    }

    /// <summary>Hands over what happened in the background; waits while the store is behind.</summary>
    public ValueTask PostAsync(Message message, CancellationToken cancellationToken) => _messages.Writer.WriteAsync(message, cancellationToken);

    /// <summary>Hands over something that the next report makes obsolete, such as progress; dropped while the store is behind.</summary>
    public void Report(Message message) => _messages.Writer.TryWrite(message);

    /// <summary>Consumes messages until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await _messages.Reader.WaitToReadAsync(cancellationToken))
        {
            var began = clock.GetTimestamp();
            Apply(_messages.Reader, Drain);
            var rest = clock.GetElapsedTime(began) * 2;
            await Task.Delay(rest < Pause ? Pause : rest < LongestPause ? rest : LongestPause, clock, cancellationToken);
        }
    }

    private static DeckState Drain(DeckState state, ChannelReader<Message> messages)
    {
        for (var taken = 0; taken < Capacity && messages.TryRead(out var message); taken++)
        {
            state = Reducer.Reduce(state, message);
        }

        return state;
    }

    private void Apply<T>(T change, Func<DeckState, T, DeckState> reduce)
    {
        lock (_gate)
        {
            var before = _state;
            _state = Reducer.Settle(reduce(before, change));
            if (ReferenceEquals(before, _state))
            {
                return;
            }
        }

        Changed?.Invoke();
    }
}
