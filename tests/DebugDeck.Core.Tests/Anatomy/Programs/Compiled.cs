using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using CliWrap;
using CliWrap.Buffered;
using DebugDeck.Core.Anatomy.Programs;

namespace DebugDeck.Core.Tests.Anatomy.Programs;

/// <summary>Real programs, compiled once for a run of the tests.</summary>
internal static class Compiled
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Files = new(StringComparer.Ordinal);
    private static readonly DirectoryInfo Folder = Directory.CreateTempSubdirectory("ddelf");

    static Compiled() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Folder.Delete(recursive: true);

    public static Machine Machine { get; } = Machine.Named(RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "amd64")!;

    /// <summary>Compiles a program that does nothing; a test on a machine without that compiler is skipped, which <c>tests/run</c> reports.</summary>
    public static Task<string> ProgramAsync(string compiler, params string[] arguments) => SourceAsync("int main(void) { return 0; }", compiler, arguments);

    public static Task<string> SourceAsync(string source, string compiler, params string[] arguments)
    {
        Assert.SkipUnless(IsInstalled(compiler), $"needs {compiler}");
        return Files.GetOrAdd($"{compiler} {string.Join(' ', arguments)} {source}", _ => new(() => CompileAsync(source, compiler, arguments))).Value;
    }

    /// <summary>A file of the machine's C library for this compiler.</summary>
    public static async Task<string> LibraryAsync(string name) =>
        (await Cli.Wrap("gcc").WithArguments([$"-print-file-name={name}"]).ExecuteBufferedAsync()).StandardOutput.Trim();

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));

    private static async Task<string> CompileAsync(string source, string compiler, string[] arguments)
    {
        // Without an extension: compilers tell a language by it, and any may come up by chance.
        var path = Path.Combine(Folder.FullName, $"{Guid.NewGuid():N}");
        var result = await Cli.Wrap(compiler)
            .WithArguments(["-x", "c", "-", "-o", path, .. arguments])
            .WithStandardInputPipe(PipeSource.FromString(source))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();
        return result.ExitCode == 0 ? path : throw new InvalidOperationException($"{compiler} {string.Join(' ', arguments)}: {result.StandardError}");
    }
}
