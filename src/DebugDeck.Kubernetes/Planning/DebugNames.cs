using System.Security.Cryptography;
using DebugDeck.Kubernetes.Pods;

namespace DebugDeck.Kubernetes.Planning;

/// <summary>Names of what we start.</summary>
internal static class DebugNames
{
    // Kubernetes' own letters for generated names: no vowels, so no words, and nothing that looks like something else.
    private const string Letters = "bcdfghjklmnpqrstvwxz2456789";
    private const int SuffixLength = 5;

    // A pod's name is also its host name.
    private const int Longest = 63;

    /// <summary><c>debugdeck-x7k2p</c>, unlike any name in the pod.</summary>
    public static string Container(IReadOnlyList<string> taken)
    {
        while (true)
        {
            var name = PodTargets.DebugContainerPrefix + Suffix();
            if (!taken.Contains(name))
            {
                return name;
            }
        }
    }

    /// <summary><c>web-6c75-debugdeck-x7k2p</c></summary>
    public static string Copy(string pod)
    {
        var ending = $"-{PodTargets.DebugContainerPrefix}{Suffix()}";
        var room = Longest - ending.Length;
        return (pod.Length > room ? pod[..room].TrimEnd('-', '.') : pod) + ending;
    }

    private static string Suffix() => RandomNumberGenerator.GetString(Letters, SuffixLength);
}
