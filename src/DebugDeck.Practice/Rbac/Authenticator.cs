using System.Security.Cryptography;
using System.Text;
using DebugDeck.Practice.Api;
using DebugDeck.Practice.Containers;
using Microsoft.AspNetCore.Http;

namespace DebugDeck.Practice.Rbac;

/// <summary>Knows the users by their bearer tokens, which are made anew for each cluster.</summary>
internal sealed class Authenticator
{
    private const string Scheme = "Bearer ";

    private readonly List<(byte[] Token, WorldUser User)> _users;

    public Authenticator(IEnumerable<WorldUser> users)
    {
        Tokens = users.ToDictionary(user => user, _ => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
        _users = [.. Tokens.Select(pair => (Encoding.ASCII.GetBytes(pair.Value), pair.Key))];
    }

    /// <summary>The token of each user, for its kubeconfig.</summary>
    public IReadOnlyDictionary<WorldUser, string> Tokens { get; }

    public WorldUser Authenticate(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.Ordinal))
            throw ApiException.Unauthorized();
        var token = Encoding.ASCII.GetBytes(header[Scheme.Length..]);
        foreach (var (known, user) in _users)
        {
            if (CryptographicOperations.FixedTimeEquals(known, token))
                return Acting(request, user);
        }

        throw ApiException.Unauthorized();
    }

    /// <summary>Impersonation is not for practice: everybody is refused who tries, as in a cluster whose roles do not have it.</summary>
    private static WorldUser Acting(HttpRequest request, WorldUser user)
    {
        var other = request.Headers["Impersonate-User"].ToString();
        return other.Length == 0
            ? user
            : throw Authorizer.Forbidden(user, new RequestInfo("impersonate", "", "v1", "users", "", null, other));
    }
}
