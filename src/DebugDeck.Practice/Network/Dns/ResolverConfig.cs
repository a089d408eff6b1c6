using System.Globalization;
using DebugDeck.Practice.Files;

namespace DebugDeck.Practice.Network.Dns;

/// <summary>The container's own <c>/etc/resolv.conf</c>.</summary>
internal sealed record ResolverConfig(IReadOnlyList<string> Servers, IReadOnlyList<string> Search, int Dots, TimeSpan Timeout, int Attempts)
{
    private const int MostServers = 3;

    public static ResolverConfig Read(FileView files)
    {
        var (servers, search, options) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var line in Lines(files, "/etc/resolv.conf"))
        {
            var words = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            switch (words)
            {
                case ["nameserver", var server, ..] when servers.Count < MostServers:
                    servers.Add(server);
                    break;
                case ["search" or "domain", ..]:
                    search = [.. words.Skip(1)];
                    break;
                case ["options", ..]:
                    options.AddRange(words.Skip(1));
                    break;
            }
        }

        int Option(string name, int otherwise) =>
            options.FirstOrDefault(option => option.StartsWith(name + ":", StringComparison.Ordinal)) is { } found
            && int.TryParse(found[(name.Length + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : otherwise;
        return new ResolverConfig(servers.Count == 0 ? ["127.0.0.1"] : servers, search, Option("ndots", 1), TimeSpan.FromSeconds(Option("timeout", 5)), Option("attempts", 2));
    }

    /// <summary>The names that a lookup tries, in their order.</summary>
    public IEnumerable<string> Candidates(string name)
    {
        if (name.EndsWith('.'))
        {
            return [name.TrimEnd('.')];
        }

        var suffixed = Search.Select(suffix => $"{name}.{suffix.TrimEnd('.')}");
        return name.Count(c => c == '.') >= Dots ? [name, .. suffixed] : [.. suffixed, name];
    }

    public static IEnumerable<string> Lines(FileView files, string path)
    {
        try
        {
            using var reader = new StreamReader(files.OpenRead(path));
            return [.. reader.ReadToEnd().Split('\n').Select(line => line.Split('#')[0].Trim())];
        }
        catch (FileException)
        {
            return [];
        }
    }
}
