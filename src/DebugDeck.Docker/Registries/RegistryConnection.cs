using System.Net;
using System.Net.Http.Headers;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Images;
using DebugDeck.Docker.Sessions;

namespace DebugDeck.Docker.Registries;

/// <summary>Asks one registry about one image: finds out where it is and how it wants to be asked, and follows where it leads.</summary>
internal sealed class RegistryConnection(HttpClient client, RegistryCredentials credentials, ImageReference image)
{
    private const int MostRedirects = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private Uri? _base;

    // Layers are asked for at once: all see the last token.
    private volatile AuthenticationHeaderValue? _authorization;

    private bool _hasLogin;

    /// <summary>The answer to a question below <c>/v2/NAME/</c>, its body not read yet.</summary>
    /// <exception cref="DebugDeckException">Anything but success.</exception>
    public async Task<HttpResponseMessage> GetAsync(string path, IReadOnlyList<string> accept, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await AskAsync(path, accept, cancellationToken);
            if (answer.IsSuccessStatusCode)
            {
                return answer;
            }

            using (answer)
            {
                throw RegistryErrors.Of(answer, image, _hasLogin);
            }
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && error is not DebugDeckException)
        {
            throw RegistryErrors.Of(error, image.Registry);
        }
    }

    private async Task<HttpResponseMessage> AskAsync(string path, IReadOnlyList<string> accept, CancellationToken cancellationToken)
    {
        var said = _authorization;
        var answer = await FirstAsync(path, accept, cancellationToken);
        if (answer.StatusCode != HttpStatusCode.Unauthorized)
        {
            return answer;
        }

        if (!await LogInAsync(answer, said, cancellationToken))
        {
            return answer;
        }

        answer.Dispose();
        return await FollowAsync(new Uri(_base!, path), accept, cancellationToken);
    }

    // Only the first question of all finds out which of the places answers.
    private async Task<HttpResponseMessage> FirstAsync(string path, IReadOnlyList<string> accept, CancellationToken cancellationToken)
    {
        if (_base is { } known)
        {
            return await FollowAsync(new Uri(known, path), accept, cancellationToken);
        }

        var places = RegistryPlace.Of(image.Registry).Select(place => new Uri(place, $"{image.Repository}/")).ToList();
        foreach (var place in places.SkipLast(1))
        {
            try
            {
                var answer = await FollowAsync(new Uri(place, path), accept, cancellationToken);
                _base = place;
                return answer;
            }
            catch (HttpRequestException)
            {
                // On this machine a registry may do without TLS.
            }
        }

        var last = await FollowAsync(new Uri(places[^1], path), accept, cancellationToken);
        _base = places[^1];
        return last;
    }

    private async Task<bool> LogInAsync(HttpResponseMessage refusal, AuthenticationHeaderValue? said, CancellationToken cancellationToken)
    {
        if (_authorization != said)
        {
            // Another question has got a token since.
            return true;
        }

        var challenge = RegistryChallenge.Of(refusal.Headers.WwwAuthenticate.Select(header => header.ToString()));
        if (challenge is null || (challenge.Realm is { } realm && !RegistryPlace.MayLeadTo(_base!, realm)))
        {
            return false;
        }

        var login = await credentials.FindAsync(image.Registry, cancellationToken);
        _hasLogin = login is { Username.Length: > 0 } or { IdentityToken.Length: > 0 };
        using var limit = Limit(cancellationToken);
        var answer = await new RegistryTokens(client).AnswerAsync(challenge, login, $"repository:{image.Repository}:pull", limit.Token);
        if (answer is null || answer.Equals(said))
        {
            return false;
        }

        _authorization = answer;
        return true;
    }

    private async Task<HttpResponseMessage> FollowAsync(Uri question, IReadOnlyList<string> accept, CancellationToken cancellationToken)
    {
        var place = question;
        for (var redirects = 0; ; redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, place);
            accept.ToList().ForEach(type => request.Headers.Accept.ParseAdd(type));
            // Blobs are often served by others, who must not hear what lets us in here.
            request.Headers.Authorization = RegistryPlace.IsSame(question, place) ? _authorization : null;
            using var limit = Limit(cancellationToken);
            var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if ((int)answer.StatusCode is not (301 or 302 or 303 or 307 or 308) || answer.Headers.Location is not { } location)
            {
                return answer;
            }

            answer.Dispose();
            place = new Uri(place, location);
            if (redirects == MostRedirects || !RegistryPlace.MayLeadTo(question, place))
            {
                throw RegistryErrors.Wrong(image, redirects == MostRedirects ? "it leads from one place to the next without end" : $"it leads to {place.Scheme}://{place.Authority}, which is not secure");
            }
        }
    }

    private static CancellationTokenSource Limit(CancellationToken cancellationToken)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        return limit;
    }
}
