using System.Text.RegularExpressions;
using CliWrap;
using CliWrap.Buffered;

namespace DebugDeck.Core.Tests.Anatomy.Programs;

/// <summary>This machine's glibc, put into an image.</summary>
internal static partial class Glibc
{
    public static async Task InstallAsync(LocalTree image)
    {
        image.Copy(Compiled.Machine.GlibcLoader, Compiled.Machine.GlibcLoader);
        image.Copy(await Compiled.LibraryAsync("libc.so.6"), $"/lib/{Compiled.Machine.Triplet}/libc.so.6");
    }

    public static async Task<string> VersionAsync()
    {
        var words = await Cli.Wrap("getconf").WithArguments("GNU_LIBC_VERSION").ExecuteBufferedAsync();
        return Numbers().Match(words.StandardOutput).Value;
    }

    [GeneratedRegex(@"[0-9]+\.[0-9]+")]
    private static partial Regex Numbers();
}
