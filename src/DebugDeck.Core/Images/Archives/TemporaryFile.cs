using Microsoft.Win32.SafeHandles;

namespace DebugDeck.Core.Images.Archives;

/// <summary>Files that only this program reads, and that go away with it however it ends.</summary>
public static class TemporaryFile
{
    /// <summary>A new, empty one.</summary>
    public static SafeFileHandle Create()
    {
        var handle = File.OpenHandle(Path.Combine(Path.GetTempPath(), $"debugdeck-{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
        try
        {
            // What is in an image may be secret.
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(handle, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            return handle;
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }
}
