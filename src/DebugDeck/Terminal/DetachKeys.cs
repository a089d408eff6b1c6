using DebugDeck.Core.Errors;

namespace DebugDeck.Terminal;

/// <summary>The keys that leave a remote process without ending it, written as docker writes them: <c>ctrl-p,ctrl-q</c>.</summary>
public sealed class DetachKeys
{
    private readonly byte[] _sequence;

    private DetachKeys(byte[] sequence) => _sequence = sequence;

    public static DetachKeys Default { get; } = new([0x10, 0x11]);

    /// <summary>Nothing typed ever detaches.</summary>
    public static DetachKeys None { get; } = new([]);

    public ReadOnlySpan<byte> Sequence => _sequence;

    /// <summary>Reads docker's notation: single characters and <c>ctrl-X</c>, separated by commas; empty means none.</summary>
    /// <exception cref="DebugDeckException">Usage.</exception>
    public static DetachKeys Parse(string text) =>
        text.Length == 0 ? None : new DetachKeys([.. text.Split(',').Select(key => Key(key, text))]);

    private static byte Key(string key, string whole)
    {
        if (key.Length == 1 && char.IsAscii(key[0]) && !char.IsControl(key[0]))
        {
            return (byte)key[0];
        }

        if (key.Length == 6 && key.StartsWith("ctrl-", StringComparison.OrdinalIgnoreCase))
        {
            var letter = char.ToLowerInvariant(key[5]);
            switch (letter)
            {
                case >= 'a' and <= 'z':
                    return (byte)(letter - 'a' + 1);
                case '@':
                    return 0;
                case '[' or '\\' or ']' or '^' or '_':
                    return (byte)(letter - '@');
            }
        }

        throw new DebugDeckException(
            ErrorKind.Usage,
            $"'{whole}' are no detach keys",
            "write characters and ctrl-X (a letter or one of @ [ \\ ] ^ _) separated by commas, for example ctrl-p,ctrl-q");
    }
}
