namespace DebugDeck.Core.Diagnosis.Dns.Configuration;

/// <summary>An <c>/etc/hosts</c>.</summary>
/// <param name="Entries">Addresses with their names, in order.</param>
public sealed record HostsFile(IReadOnlyList<(string Address, IReadOnlyList<string> Names)> Entries)
{
    private const int MostLines = 20_000;

    public static HostsFile Empty { get; } = new([]);

    public static HostsFile Parse(string text) => new(
    [
        .. text.Split('\n').Take(MostLines)
            .Select(line => line.Split('#')[0].Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Length > 1)
            .Select(words => (words[0], (IReadOnlyList<string>)[.. words.Skip(1)])),
    ]);

    /// <summary>The addresses that a name has there; empty if it is not mentioned. Case does not matter, the search list is not used.</summary>
    public IReadOnlyList<string> AddressesOf(string name)
    {
        var wanted = name.TrimEnd('.');
        return [.. Entries.Where(entry => entry.Names.Any(other => string.Equals(other.TrimEnd('.'), wanted, StringComparison.OrdinalIgnoreCase))).Select(entry => entry.Address)];
    }
}
