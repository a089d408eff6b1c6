using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;
using DebugDeck.Core.Streams;
using DebugDeck.Terminal;

namespace DebugDeck.Tests.Terminal;

/// <summary>A real terminal of the kernel's: the program under test gets one end, the test types and reads at the other.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed partial class PseudoTerminal : IDisposable
{
    private const int ReadWriteWithoutControl = 0x102;
    private const nuint SetWindowSize = 0x5414;

    private readonly int _master;
    private readonly int _slave;
    private readonly UnixDevice _keyboard;
    private readonly StringBuilder _screen = new();
    private int _seen;

    public PseudoTerminal(int columns = 80, int rows = 24)
    {
        _master = posix_openpt(ReadWriteWithoutControl);
        Assert.True(_master >= 0 && grantpt(_master) == 0 && unlockpt(_master) == 0);
        _slave = open(Marshal.PtrToStringUTF8(ptsname(_master))!, ReadWriteWithoutControl);
        Resize(columns, rows);
        _keyboard = new UnixDevice(_master, _master, _master);
        Device = new UnixDevice(_slave, _slave, _slave);
    }

    /// <summary>The end of the program under test.</summary>
    public UnixDevice Device { get; }

    /// <summary>All that was shown so far.</summary>
    public string Screen => _screen.ToString();

    /// <summary>The terminal's modes, to be compared.</summary>
    public unsafe string Modes
    {
        get
        {
            var termios = new byte[LibC.TermiosSize];
            fixed (byte* start = termios)
            {
                Assert.Equal(0, LibC.GetAttributes(_slave, start));
            }

            return Convert.ToHexString(termios);
        }
    }

    public void Type(string keys) => Assert.True(_keyboard.Write(OutputChannel.Output, Encoding.UTF8.GetBytes(keys)));

    public unsafe void Resize(int columns, int rows)
    {
        var size = stackalloc ushort[4] { (ushort)rows, (ushort)columns, 0, 0 };
        Assert.Equal(0, ioctl(_master, SetWindowSize, size));
    }

    /// <summary>Reads on until the text has been shown since the last wait.</summary>
    public async Task SeeAsync(string text)
    {
        var buffer = new byte[4096];
        var from = _seen;
        while (Screen.IndexOf(text, from, StringComparison.Ordinal) is var at)
        {
            if (at >= 0)
            {
                _seen = at + text.Length;
                return;
            }

            using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            patience.CancelAfter(TimeSpan.FromSeconds(20));
            try
            {
                var count = await _keyboard.ReadAsync(buffer, patience.Token);
                Assert.True(count > 0, $"closed without '{text}': {Screen}");
                _screen.Append(Encoding.UTF8.GetString(buffer, 0, count));
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"never shown: '{text}'. Shown: {Screen}");
            }
        }
    }

    public void Dispose()
    {
        Device.Dispose();
        _keyboard.Dispose();
        _ = LibC.Close(_slave);
        _ = LibC.Close(_master);
    }

    [LibraryImport("libc")]
    private static partial int posix_openpt(int flags);

    [LibraryImport("libc")]
    private static partial int grantpt(int fd);

    [LibraryImport("libc")]
    private static partial int unlockpt(int fd);

    [LibraryImport("libc")]
    private static partial nint ptsname(int fd);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc")]
    private static unsafe partial int ioctl(int fd, nuint request, ushort* argument);
}
