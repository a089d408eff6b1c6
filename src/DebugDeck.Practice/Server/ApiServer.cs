using DebugDeck.Practice.Api;
using DebugDeck.Practice.Objects;
using DebugDeck.Practice.Rbac;
using Microsoft.AspNetCore.Http;

namespace DebugDeck.Practice.Server;

/// <summary>The way of a request: who asks, what for, may they, and then to what answers it.</summary>
internal sealed class ApiServer(Authenticator authenticator, ApiHandlers handlers, CancellationToken stopping)
{
    public async Task HandleAsync(HttpContext http)
    {
        http.Response.Headers["Audit-Id"] = Guid.NewGuid().ToString();
        http.Response.Headers.CacheControl = "no-cache, private";
        using var aborted = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        try
        {
            await AnswerAsync(http, aborted.Token);
        }
        catch (ApiException error) when (!http.Response.HasStarted)
        {
            await Responses.ErrorAsync(http, error);
        }
        catch (Exception error) when (aborted.IsCancellationRequested && error is OperationCanceledException or IOException)
        {
            // Nobody waits for the answer any more.
        }
        catch (Exception error) when (!http.Response.HasStarted)
        {
            await Responses.ErrorAsync(http, new ApiException(500, "InternalError", $"Internal error occurred: {error.Message}"));
        }
    }

    private Task AnswerAsync(HttpContext http, CancellationToken aborted)
    {
        var user = authenticator.Authenticate(http.Request);
        var path = http.Request.Path.Value ?? "/";
        if (RequestInfo.Parse(http.Request.Method, path, http.Request.Query) is not { } info)
            return Discovery.Answer(http) ?? throw ApiException.NoSuchPath();
        Authorizer.Require(user, info);
        var kind = ResourceCatalog.Find(info.Group, info.Version, info.Resource) ?? throw ApiException.NoSuchPath();
        if (info.Subresource.Length > 0 && kind.Subresources.All(part => part.Name != info.Subresource))
            throw ApiException.NoSuchPath();
        if (info.Subresource.Length == 0 && !kind.Verbs.Contains(info.Verb))
            throw ApiException.MethodNotAllowed();
        var request = new ApiRequest(http, user, info, kind) { Aborted = aborted };
        return kind.IsReview ? handlers.Reviews.HandleAsync(request) : AnswerObjectAsync(request);
    }

    private Task AnswerObjectAsync(ApiRequest request) => (request.Info.Verb, request.Info.Subresource) switch
    {
        ("get", "") => handlers.Get.HandleAsync(request),
        ("list", "") => handlers.List.HandleAsync(request),
        ("watch", "") => handlers.Watch.HandleAsync(request),
        ("create", "") when request.Info.Name is null => handlers.Create.HandleAsync(request),
        ("delete", "") => handlers.Delete.HandleAsync(request),
        ("get", "status" or "ephemeralcontainers") => handlers.Get.HandleAsync(request),
        ("update" or "patch", "") when request.Info.Name is not null => handlers.Update.HandleAsync(request),
        ("update" or "patch", "status" or "ephemeralcontainers") => handlers.Update.HandleAsync(request),
        ("get", "log") => handlers.Log.HandleAsync(request),
        ("get" or "create", "exec" or "attach") => handlers.Stream.HandleAsync(request),
        _ => throw ApiException.MethodNotAllowed(),
    };
}
