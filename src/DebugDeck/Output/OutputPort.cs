using System.Text;

namespace DebugDeck.Output;

/// <summary>One of the program's outputs: text and bytes in the order they are written, and whether a person watches it.</summary>
internal sealed class OutputPort(Stream stream, bool isTerminal, int columns = OutputPort.UsualColumns) : IDisposable
{
    /// <summary>The width where the terminal does not tell it.</summary>
    public const int UsualColumns = 80;

    // Without a byte order mark: the first bytes of a JSON document are its own.
    private readonly TextWriter _text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 16 * 1024, leaveOpen: true) { NewLine = "\n" };

    public bool IsTerminal => isTerminal;

    public int Columns => columns;

    /// <summary>Buffered; see <see cref="Flush"/>.</summary>
    public TextWriter Text => _text;

    /// <summary>The bytes below the text; whatever text was written before goes first.</summary>
    public Stream Bytes
    {
        get
        {
            _text.Flush();
            return stream;
        }
    }

    public void Flush()
    {
        _text.Flush();
        stream.Flush();
    }

    /// <summary>Writes what is buffered; the stream stays open, it belongs to the process.</summary>
    public void Dispose() => _text.Dispose();
}
