using System.Collections.Concurrent;
using DebugDeck.Practice.Network.Dns;

namespace DebugDeck.Practice.Network.Scripted;

/// <summary>The name server of the world. It counts what it is asked.</summary>
internal sealed class DnsScript(IReadOnlyList<DnsEntry> entries, TimeProvider clock)
{
    private const int MostAliases = 8;
    private readonly ConcurrentDictionary<(string Name, DnsType Type), int> _counts = [];
    private readonly ConcurrentDictionary<string, double> _dropped = [];

    /// <summary>How often each name was asked for, by type.</summary>
    public IReadOnlyDictionary<(string Name, DnsType Type), int> Counts => _counts;

    /// <summary>The answer; null if the query is lost.</summary>
    public async Task<DnsReply?> AskAsync(string question, DnsType type, CancellationToken cancellationToken)
    {
        var name = question.TrimEnd('.').ToLowerInvariant();
        _counts.AddOrUpdate((name, type), 1, (_, count) => count + 1);
        var entry = Find(name);
        if (entry is not null && IsLost(entry))
        {
            return null;
        }

        if (entry is { Delay.Ticks: > 0 })
        {
            await Task.Delay(entry.Delay, clock, cancellationToken);
        }

        return entry switch
        {
            null => new DnsReply(3, []),
            { Rcode: { } rcode } => new DnsReply(DnsReply.Parse(rcode), []),
            _ => new DnsReply(0, Records(entry, name, type)),
        };
    }

    // Losses are spread evenly, so that a rate of one half loses every second query and a test can count on it.
    private bool IsLost(DnsEntry entry)
    {
        if (entry.Drop <= 0)
        {
            return false;
        }

        var sum = _dropped.AddOrUpdate(entry.Name, entry.Drop, (_, before) => (before >= 1 ? before - 1 : before) + entry.Drop);
        return sum >= 1;
    }

    private DnsEntry? Find(string name) =>
        entries.FirstOrDefault(entry => entry.Name == name)
        ?? entries.Where(entry => entry.IsZone && name.EndsWith("." + entry.Name, StringComparison.Ordinal)).MaxBy(entry => entry.Name.Length)
        ?? (entries.Any(entry => entry.Name.EndsWith("." + name, StringComparison.Ordinal)) ? new DnsEntry { Name = name } : null);

    private List<DnsRecord> Records(DnsEntry entry, string name, DnsType type)
    {
        var records = new List<DnsRecord>();
        for (var aliases = 0; entry.Cname is { } target && type != DnsType.Cname && aliases < MostAliases; aliases++)
        {
            records.Add(new DnsRecord(name, DnsType.Cname, entry.Ttl, target));
            if (Find(target) is not { } next)
            {
                return records;
            }

            (entry, name) = (next, target);
        }

        IEnumerable<(DnsType Type, string Value)> all =
        [
            .. entry.A.Select(value => (DnsType.A, value)), .. entry.Aaaa.Select(value => (DnsType.Aaaa, value)),
            .. entry.Txt.Select(value => (DnsType.Txt, value)), .. entry.Cname is { } alias ? [(DnsType.Cname, alias)] : Array.Empty<(DnsType, string)>(),
        ];
        records.AddRange(all.Where(record => record.Type == type || type == DnsType.Any).Select(record => new DnsRecord(name, record.Type, entry.Ttl, record.Value)));
        return records;
    }
}
