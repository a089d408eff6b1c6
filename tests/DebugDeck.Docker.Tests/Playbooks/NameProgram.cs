using System.Diagnostics;
using System.Formats.Tar;
using System.Text;
using System.Text.RegularExpressions;
using DebugDeck.TestKit;

namespace DebugDeck.Docker.Tests.Playbooks;

/// <summary>A program that asks its C library for names: one in an image with glibc, one in an image with musl, each with a <c>resolv.conf</c> that can be rewritten.</summary>
internal sealed partial class NameProgram : IAsyncDisposable
{
    private const string Source =
        """
        #include <netdb.h>
        #include <stdio.h>
        #include <string.h>
        #include <unistd.h>
        int main(int argc, char **argv) {
            struct addrinfo hints, *found = 0, *at;
            int count = 0, code;
            if (argc < 2) for (;;) pause();
            memset(&hints, 0, sizeof hints);
            hints.ai_socktype = SOCK_STREAM;
            code = getaddrinfo(argv[1], 0, &hints, &found);
            for (at = found; at; at = at->ai_next) count++;
            printf("%d\n", code ? -1 : count);
            return 0;
        }
        """;

    private readonly DirectoryInfo _folder;
    private string? _image;

    private NameProgram(DirectoryInfo folder) => _folder = folder;

    /// <summary>The container's name.</summary>
    public string Container { get; private set; } = "";

    /// <summary>Of the C library; null where it is glibc, which the image tells.</summary>
    public Version? Musl { get; private set; }

    public static async Task<NameProgram> StartAsync(PlaybookBench bench, bool isMusl)
    {
        var program = new NameProgram(Directory.CreateTempSubdirectory("ddnames-"));
        var (source, binary, resolv) = (program.Path("lookup.c"), program.Path("lookup"), program.Path("resolv.conf"));
        await File.WriteAllTextAsync(source, Source, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(resolv, "", TestContext.Current.CancellationToken);
        await OutputAsync(isMusl ? "musl-gcc" : "gcc", "-o", binary, source);
        var image = isMusl ? await program.ImageAsync(binary) : "ddtest/debian-slim";
        program.Container = await bench.StartAsync($"--volume={binary}:/lookup:ro", $"--volume={resolv}:/etc/resolv.conf", image, "/lookup");
        return program;
    }

    /// <summary>Written over, so that the mounted file stays the same one.</summary>
    public Task ConfigureAsync(string resolvConf) => File.WriteAllTextAsync(Path("resolv.conf"), resolvConf, TestContext.Current.CancellationToken);

    /// <summary>How many addresses the program gets for a name; -1 if it gets an error.</summary>
    public async Task<int> AskAsync(string name) => int.Parse(await TestEngine.DockerAsync("exec", Container, "/lookup", name));

    /// <summary>Takes the way to an address away.</summary>
    public async Task UnreachableAsync(string address)
    {
        var (_, process) = await PlaybookBench.PlaceAsync(Container);
        await OutputAsync("nsenter", "-t", process, "-n", "ip", "route", "replace", "unreachable", address);
    }

    public async ValueTask DisposeAsync()
    {
        if (_image is not null)
        {
            await TestEngine.DockerAsync("rmi", "--force", _image);
        }

        _folder.Delete(recursive: true);
    }

    // As Alpine has it: the loader is the library, and the package database knows its version.
    private async Task<string> ImageAsync(string binary)
    {
        var loader = Loader().Match(Encoding.Latin1.GetString(await File.ReadAllBytesAsync(binary, TestContext.Current.CancellationToken))).Value;
        Musl = Version.Parse(MuslVersion().Match(await OutputAsync(loader)).Groups[1].Value);
        var file = Path("image.tar");
        await using (var tar = new TarWriter(File.Create(file)))
        {
            Add(tar, "lib/" + System.IO.Path.GetFileName(loader), await File.ReadAllBytesAsync(loader, TestContext.Current.CancellationToken), UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
            Add(tar, "etc/os-release", Encoding.UTF8.GetBytes("ID=alpine\nVERSION_ID=3.17.0\n"), UnixFileMode.UserRead | UnixFileMode.OtherRead);
            Add(tar, "lib/apk/db/installed", Encoding.UTF8.GetBytes($"P:musl\nV:{Musl}-r0\nA:x86_64\n\n"), UnixFileMode.UserRead | UnixFileMode.OtherRead);
        }

        _image = $"ddnames:{Guid.NewGuid():N}"[..20];
        await TestEngine.DockerAsync("import", file, _image);
        return _image;
    }

    private string Path(string name) => System.IO.Path.Combine(_folder.FullName, name);

    private static void Add(TarWriter tar, string path, byte[] content, UnixFileMode mode) =>
        tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, path) { Mode = mode, DataStream = new MemoryStream(content) });

    private static async Task<string> OutputAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var text = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return text;
    }

    [GeneratedRegex(@"/lib/ld-musl-[a-z0-9_]+\.so\.1")]
    private static partial Regex Loader();

    [GeneratedRegex(@"Version ([0-9.]+)")]
    private static partial Regex MuslVersion();
}
