using System.Diagnostics;
using System.Text.RegularExpressions;

namespace DebugDeck.Core.Tests.Diagnosis.Dns.RealResolvers;

/// <summary>
/// Real resolvers against a real name server: each lookup runs in mount and network namespaces of its own, with a <c>resolv.conf</c> of its own, and dnsmasq on
/// 127.0.0.1 and 127.0.0.2 writes down every question it gets.
/// </summary>
public sealed partial class ResolverBed : IDisposable
{
    private const string Source =
        """
        #include <netdb.h>
        #include <string.h>
        int main(int argc, char **argv) {
            struct addrinfo hints, *found = 0;
            memset(&hints, 0, sizeof hints);
            hints.ai_socktype = SOCK_STREAM;
            return getaddrinfo(argv[1], 0, &hints, &found) != 0;
        }
        """;

    // -4 and -6 answers differ: a host-record has an A record and nothing else, a txt-record exists without either, what is not local is refused.
    private const string Script =
        """
        ip link set lo up && mount --bind "$1/resolv.conf" /etc/resolv.conf && mount --bind "$1/nsswitch.conf" /etc/nsswitch.conf || exit 90
        for i in 1 2; do
          dnsmasq -C /dev/null -z --no-resolv --no-hosts --user=root --listen-address=127.0.0.$i --bind-interfaces --log-queries --log-facility=$1/log$i --pid-file=$1/pid$i \
            --host-record=api.partner.example,203.0.113.10 --host-record=payments.shop.svc.cluster.local,10.96.12.3 --txt-record=text.shop.svc.cluster.local,x \
            --local=/example/ --local=/local/ --local=/svc/ --local=/shop/ --local=// || exit 91
        done
        shift
        "$@"
        echo "exit $?"
        # What came before the last question was read before it: then nothing of the command's is still under way.
        for i in 1 2; do busybox nslookup -type=a last.question. 127.0.0.$i >/dev/null; done
        kill $(cat "$FOLDER"/pid1 "$FOLDER"/pid2)
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("debugdeck-resolvers-").FullName;

    public ResolverBed()
    {
        if (IsPossible)
        {
            File.WriteAllText(Path.Combine(_folder, "lookup.c"), Source);
            File.WriteAllText(Path.Combine(_folder, "nsswitch.conf"), "hosts: files dns\n");
            Run("gcc", "-o", Program("glibc"), Path.Combine(_folder, "lookup.c"));
            Run("musl-gcc", "-static", "-o", Program("musl"), Path.Combine(_folder, "lookup.c"));
        }
    }

    public static bool IsPossible => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess;

    public string Program(string libc) => Path.Combine(_folder, "lookup-" + libc);

    /// <summary>Runs a command there. The questions that each server got, as <c>A name</c>, in order; and whether it ended with 0.</summary>
    public async Task<(IReadOnlyList<string> First, IReadOnlyList<string> Second, bool Found)> AskAsync(string resolvConf, IReadOnlyList<string> command, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "resolv.conf"), resolvConf, cancellationToken);
        File.Delete(Path.Combine(_folder, "log1"));
        File.Delete(Path.Combine(_folder, "log2"));
        var start = new ProcessStartInfo("unshare", ["-mn", "sh", "-c", Script, "sh", _folder, .. command])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["FOLDER"] = _folder },
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        Assert.True(output.Contains("exit ", StringComparison.Ordinal), $"{output}{await errors} (exit {process.ExitCode})");
        return (await QuestionsAsync("log1", cancellationToken), await QuestionsAsync("log2", cancellationToken), output.Contains("exit 0", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<IReadOnlyList<string>> QuestionsAsync(string log, CancellationToken cancellationToken)
    {
        var path = Path.Combine(_folder, log);
        var text = File.Exists(path) ? await File.ReadAllTextAsync(path, cancellationToken) : "";
        return [.. Question().Matches(text).Select(match => $"{match.Groups["type"].Value} {match.Groups["name"].Value}").Where(question => question != "A last.question")];
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    [GeneratedRegex(@"query\[(?<type>[A-Z]+)\] (?<name>\S+) from")]
    private static partial Regex Question();
}
