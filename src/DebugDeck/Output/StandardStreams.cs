using Microsoft.Win32.SafeHandles;

namespace DebugDeck.Output;

/// <summary>The process' own standard streams.</summary>
internal static class StandardStreams
{
    public static OutputPort Output() => new(OpenOutput(1, Console.IsOutputRedirected, Console.OpenStandardOutput), !Console.IsOutputRedirected, Columns(Console.IsOutputRedirected));

    public static OutputPort Error() => new(OpenOutput(2, Console.IsErrorRedirected, Console.OpenStandardError), !Console.IsErrorRedirected, Columns(Console.IsErrorRedirected));

    public static InputPort Input() => new(Console.OpenStandardInput, !Console.IsInputRedirected);

    // .NET's console streams swallow EPIPE, so `debugdeck logs -f … | head -1` would go on for ever. A plain stream over a pipe reports it.
    // Files keep the console stream: a FileStream would write at its own idea of the position and overwrite what others append.
    private static Stream OpenOutput(int descriptor, bool isRedirected, Func<Stream> console)
    {
        if (!isRedirected || OperatingSystem.IsWindows())
        {
            return console();
        }

        var handle = new SafeFileHandle(descriptor, ownsHandle: false);
        try
        {
            var plain = new FileStream(handle, FileAccess.Write, bufferSize: 0);
            return plain.CanSeek ? console() : plain;
        }
        catch (Exception error) when (error is IOException or ArgumentException or UnauthorizedAccessException)
        {
            // A closed descriptor (`>&-`): the console stream knows how to write into nothing.
            return console();
        }
    }

    private static int Columns(bool redirected)
    {
        if (redirected)
        {
            return OutputPort.UsualColumns;
        }

        try
        {
            // A terminal that was never given a size says 0.
            return Console.WindowWidth is > 0 and var width ? width : OutputPort.UsualColumns;
        }
        catch (IOException)
        {
            return OutputPort.UsualColumns;
        }
    }
}
