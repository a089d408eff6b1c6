using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace DebugDeck.Kubernetes.Connection;

/// <summary>What credential plugins say while they run: a login's address or a device code is of no use when the login is over.</summary>
/// <param name="also">Hears every line as well; null if only who reads here is to.</param>
internal sealed class PluginWords(Action<string>? also)
{
    private readonly Channel<string> _said = Channel.CreateBounded<string>(new BoundedChannelOptions(20) { FullMode = BoundedChannelFullMode.DropOldest });

    public void Say(string line)
    {
        _said.Writer.TryWrite(line);
        also?.Invoke(line);
    }

    /// <summary>What is said until the work is over.</summary>
    public async IAsyncEnumerable<string> UntilAsync(Task work, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var next = _said.Reader.WaitToReadAsync(over.Token).AsTask();
        try
        {
            while (await Task.WhenAny(next, work) == next && next.IsCompletedSuccessfully)
            {
                while (_said.Reader.TryRead(out var line))
                {
                    yield return line;
                }

                next = _said.Reader.WaitToReadAsync(over.Token).AsTask();
            }
        }
        finally
        {
            await over.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
