using System.Text.RegularExpressions;

namespace DebugDeck.Docker.Registries;

/// <summary>How a registry wants to be asked: the <c>WWW-Authenticate</c> header of its refusal.</summary>
/// <param name="Scheme"><c>Bearer</c> or <c>Basic</c>; anything else is not for us.</param>
/// <param name="Realm">Where tokens are given out; null for Basic.</param>
/// <param name="Service">Whom the token is for.</param>
/// <param name="Scope">What it is for.</param>
internal sealed partial record RegistryChallenge(string Scheme, Uri? Realm, string? Service, string? Scope)
{
    private const int Longest = 4096;

    /// <summary>Null if there is none that we know an answer to.</summary>
    public static RegistryChallenge? Of(IEnumerable<string> headers)
    {
        RegistryChallenge? basic = null;
        foreach (var header in headers.Where(header => header.Length <= Longest))
        {
            if (header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            {
                var values = Parameter().Matches(header["Bearer ".Length..])
                    .GroupBy(match => match.Groups["name"].Value.ToLowerInvariant(), StringComparer.Ordinal)
                    .ToDictionary(same => same.Key, same => same.First().Groups["value"].Value, StringComparer.Ordinal);
                if (Uri.TryCreate(values.GetValueOrDefault("realm"), UriKind.Absolute, out var realm))
                {
                    return new RegistryChallenge("Bearer", realm, values.GetValueOrDefault("service"), values.GetValueOrDefault("scope"));
                }
            }
            else if (header.StartsWith("Basic", StringComparison.OrdinalIgnoreCase))
            {
                basic = new RegistryChallenge("Basic", null, null, null);
            }
        }

        return basic;
    }

    [GeneratedRegex("""(?<name>[a-zA-Z]+)\s*=\s*"(?<value>[^"]*)["]""", RegexOptions.ExplicitCapture)]
    private static partial Regex Parameter();
}
