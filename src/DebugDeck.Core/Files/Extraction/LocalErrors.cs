using System.Runtime.InteropServices;
using DebugDeck.Core.Errors;

namespace DebugDeck.Core.Files.Extraction;

/// <summary>Tells a name that this machine does not take, which costs one entry, from a disk that does not, which ends the copy.</summary>
internal static class LocalErrors
{
    private const int DiskFullOnWindows = unchecked((int)0x80070070);

    // EMFILE, ENOSPC, EROFS, EDQUOT: the numbers are Linux', and the same on macOS but for the last.
    private static readonly int[] OfTheDisk = OperatingSystem.IsWindows() ? [DiskFullOnWindows] : [24, 28, 30, RuntimeInformation.IsOSPlatform(OSPlatform.OSX) ? 69 : 122];

    public static bool IsOfTheName(Exception error) =>
        error is UnauthorizedAccessException or PathTooLongException || (error is IOException && !OfTheDisk.Contains(error.HResult));

    public static DebugDeckException Words(Exception error, string path) => new(
        error is UnauthorizedAccessException ? ErrorKind.NotPermitted : ErrorKind.Failed,
        $"cannot write '{path}': {error.Message}",
        inner: error);
}
