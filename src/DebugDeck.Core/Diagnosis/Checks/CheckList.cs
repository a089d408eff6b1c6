using DebugDeck.Core.Diagnosis.Certificates.Rules;
using DebugDeck.Core.Diagnosis.Programs;

namespace DebugDeck.Core.Diagnosis.Checks;

/// <summary>All checks. A list by hand, since the release has no reflection; a test compares it with the types there are.</summary>
public static class CheckList
{
    public static IReadOnlyList<ICheck> All { get; } =
    [
        new StoreCheck(),
        new HandshakeCheck(),
        new TimeZones.TimeZoneCheck(),
        new Dns.DnsCheck(),
        new EntryPointCheck(),
        new EndCheck(),
        new PermissionCheck(),
        new ScratchCheck(),
        new MuslCheck(),
    ];

    public static ICheck? Find(string name) => All.FirstOrDefault(check => check.Name == name);
}
