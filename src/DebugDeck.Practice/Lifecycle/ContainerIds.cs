using System.Security.Cryptography;

namespace DebugDeck.Practice.Lifecycle;

/// <summary>Container ids as containerd makes them: 64 hex digits at random.</summary>
internal static class ContainerIds
{
    public static string Next() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
}
