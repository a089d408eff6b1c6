using System.Buffers;

namespace DebugDeck.Terminal;

/// <summary>Finds the detach keys in what is typed. A sequence that has begun is held back until the next keys decide what it is.</summary>
internal sealed class DetachFilter(DetachKeys keys)
{
    private readonly ArrayBufferWriter<byte> _passed = new();
    private int _matched;

    /// <summary>Takes what was typed; true if it completed the sequence. <paramref name="passed"/> is what goes to the remote process, valid until the next call.</summary>
    public bool Feed(ReadOnlySpan<byte> typed, out ReadOnlyMemory<byte> passed)
    {
        _passed.ResetWrittenCount();
        var detached = false;
        foreach (var key in typed)
        {
            if (Take(key))
            {
                detached = true;
                break;
            }
        }

        passed = _passed.WrittenMemory;
        return detached;
    }

    private bool Take(byte key)
    {
        var sequence = keys.Sequence;
        if (sequence.IsEmpty)
        {
            _passed.Write([key]);
            return false;
        }

        // Falling back as a string search does, so that Ctrl-P Ctrl-P Ctrl-Q detaches and sends one Ctrl-P.
        while (_matched > 0 && sequence[_matched] != key)
        {
            var shorter = _matched - 1;
            while (shorter > 0 && !sequence[..shorter].SequenceEqual(sequence[(_matched - shorter).._matched]))
            {
                shorter--;
            }

            _passed.Write(sequence[..(_matched - shorter)]);
            _matched = shorter;
        }

        if (sequence[_matched] == key)
        {
            _matched++;
        }
        else
        {
            _passed.Write([key]);
        }

        return _matched == sequence.Length;
    }
}
