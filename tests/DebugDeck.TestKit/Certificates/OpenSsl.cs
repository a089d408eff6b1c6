using CliWrap;
using CliWrap.Buffered;
using Xunit;

namespace DebugDeck.TestKit.Certificates;

/// <summary>The real <c>openssl</c>, in a folder of its own: what it says is what we have to say.</summary>
public sealed class OpenSsl : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dd-openssl");

    public OpenSsl() => Assert.SkipUnless(Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => System.IO.File.Exists(Path.Combine(folder, "openssl"))), "needs openssl");

    public string Folder => _folder.FullName;

    /// <summary>Writes a file and returns its path.</summary>
    public string File(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    public string File(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Runs it and returns all that it prints, errors included.</summary>
    public async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        var result = await Cli.Wrap("openssl").WithArguments(arguments).WithWorkingDirectory(Folder).WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        return (result.ExitCode, result.StandardOutput + result.StandardError);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
