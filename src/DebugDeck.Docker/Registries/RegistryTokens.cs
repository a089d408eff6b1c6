using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Docker.DotNet.Models;

namespace DebugDeck.Docker.Registries;

/// <summary>Gets tokens as the distribution specification has it: with the login's name and password, or its refresh token, or as nobody.</summary>
internal sealed class RegistryTokens(HttpClient client)
{
    private const int MostAnswer = 1024 * 1024;

    /// <summary>What to say to the registry; null if it wants a login and there is none, or the token server gives nothing.</summary>
    public async Task<AuthenticationHeaderValue?> AnswerAsync(RegistryChallenge challenge, AuthConfig login, string scope, CancellationToken cancellationToken)
    {
        if (challenge.Realm is not { } realm)
        {
            return Basic(login);
        }

        using var question = login.IdentityToken is { Length: > 0 } token ? Refresh(realm, challenge, scope, token) : Ask(realm, challenge, scope, login);
        // Redirects are not followed, so nobody else hears the login.
        using var answer = await client.SendAsync(question, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (!answer.IsSuccessStatusCode)
        {
            return null;
        }

        try
        {
            var given = JsonSerializer.Deserialize(await BoundedBody.ReadAsync(answer, MostAnswer, cancellationToken), RegistryJson.Default.TokenAnswer);
            return (given?.Token ?? given?.AccessToken) is { Length: > 0 } word && !word.AsSpan().ContainsAny('\r', '\n') ? new AuthenticationHeaderValue("Bearer", word) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static AuthenticationHeaderValue? Basic(AuthConfig login) => login.Username is { Length: > 0 } name
        ? new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{login.Password}")))
        : null;

    private static HttpRequestMessage Ask(Uri realm, RegistryChallenge challenge, string scope, AuthConfig login)
    {
        var query = new StringBuilder(realm.Query.Length > 1 ? realm.Query[1..] + "&" : "").Append("scope=").Append(Uri.EscapeDataString(challenge.Scope ?? scope));
        if (challenge.Service is { } service)
        {
            query.Append("&service=").Append(Uri.EscapeDataString(service));
        }

        return new HttpRequestMessage(HttpMethod.Get, new UriBuilder(realm) { Query = query.ToString() }.Uri) { Headers = { Authorization = Basic(login) } };
    }

    private static HttpRequestMessage Refresh(Uri realm, RegistryChallenge challenge, string scope, string token) => new(HttpMethod.Post, realm)
    {
        Content = new FormUrlEncodedContent(
        [
            KeyValuePair.Create("grant_type", "refresh_token"),
            KeyValuePair.Create("client_id", "debugdeck"),
            KeyValuePair.Create("service", challenge.Service ?? ""),
            KeyValuePair.Create("scope", challenge.Scope ?? scope),
            KeyValuePair.Create("refresh_token", token),
        ]),
    };
}
