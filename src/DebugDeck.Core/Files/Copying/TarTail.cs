namespace DebugDeck.Core.Files.Copying;

/// <summary>Remembers the end of a tar that passes by: a whole one ends with two blocks of zeros.</summary>
internal sealed class TarTail
{
    private readonly byte[] _last = new byte[1024];
    private long _length;

    public bool IsEndMark => _length >= _last.Length && _last.AsSpan().IndexOfAnyExcept((byte)0) < 0;

    public void Note(ReadOnlySpan<byte> piece)
    {
        _length += piece.Length;
        if (piece.Length >= _last.Length)
        {
            piece[^_last.Length..].CopyTo(_last);
            return;
        }

        _last.AsSpan(piece.Length).CopyTo(_last);
        piece.CopyTo(_last.AsSpan(_last.Length - piece.Length));
    }
}
