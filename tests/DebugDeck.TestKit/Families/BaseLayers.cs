using CliWrap;
using CliWrap.Buffered;
using Xunit;

namespace DebugDeck.TestKit.Families;

/// <summary>The layers that <c>tests/images/layers</c> makes of real packages, libraries and programs; made once and kept.</summary>
public sealed class BaseLayers
{
    private static readonly string[] Tools = ["apt-get", "dpkg-deb", "gcc", "musl-gcc", "rpmbuild", "zstd", "debootstrap"];
    private static readonly Lazy<Task<BaseLayers>> Made = new(MakeAsync);

    private readonly string _folder;

    private BaseLayers(string folder)
    {
        _folder = folder;
        Versions = File.ReadAllLines(Path.Combine(folder, "versions")).Select(line => line.Split(' ')).ToDictionary(words => words[0], words => words[1], StringComparer.Ordinal);
    }

    /// <summary>The versions of the Debian packages, by name.</summary>
    public IReadOnlyDictionary<string, string> Versions { get; }

    /// <summary>The layers; a test on a machine without what makes them is skipped, which <c>tests/run</c> reports.</summary>
    public static Task<BaseLayers> RequireAsync()
    {
        var folders = $"{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin:/sbin".Split(':');
        var missing = Tools.Where(tool => !folders.Any(folder => File.Exists(Path.Combine(folder, tool)))).ToList();
        Assert.SkipUnless(missing.Count == 0, $"needs {string.Join(", ", missing)}: tests/run installs them (root and apt are needed)");
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "needs root, which debootstrap does");
        return Made.Value;
    }

    /// <summary>The file of a layer.</summary>
    public string Tar(string name) => Path.Combine(_folder, name + ".tar");

    /// <summary>A program that says hello: <c>static</c>, <c>glibc</c> or <c>musl</c>.</summary>
    public byte[] Program(string kind) => File.ReadAllBytes(Path.Combine(_folder, "app-" + kind));

    private static async Task<BaseLayers> MakeAsync()
    {
        var script = Path.Combine(RepositoryRoot(), "tests", "images", "layers");
        var made = await Cli.Wrap("bash").WithArguments([script]).WithValidation(CommandResultValidation.None).ExecuteBufferedAsync();
        return made.ExitCode == 0 ? new BaseLayers(made.StandardOutput.Trim()) : throw new InvalidOperationException($"{script} ended with {made.ExitCode}: {made.StandardError}");
    }

    private static string RepositoryRoot([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));
}
